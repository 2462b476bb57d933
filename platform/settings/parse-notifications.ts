import type { AppSettings, ProcessEntity } from "../store/app-settings.ts";
import type { GeneralNotification, PerRecordNotification } from "../store/notification-settings.ts";
import { addFault, placeOf, type Place } from "./fault.ts";
import { findField } from "./find-field.ts";
import type { QueryCheck } from "./parse-views.ts";
import { executableTypes, readProcessEntities, type PrincipalExists } from "./read-process-entities.ts";
import { readFlag, readList, readObject, readText } from "./read-value.ts";
import { settingsText } from "./text.ts";

/** What reading notification settings needs beside what was sent. */
export type NotificationSource = {
  readonly settings: AppSettings;
  readonly principalExists: PrincipalExists;
  readonly checkCondition: QueryCheck;
};

type Raw = Readonly<Record<string, unknown>>;

const longestTitle = 100;

/** `notifications` of `PUT preview/app/notifications/general.json`; null = not sent. */
export function parseGeneralNotifications(
  place: Place,
  raw: unknown,
  source: NotificationSource,
): readonly GeneralNotification[] | null {
  const list = readList(place, raw);
  if (list === null) {
    return null;
  }
  const targets = readTargets(place, list, source);
  const flags = list.map((item, index) => {
    const here = placeOf(place, index);
    const sent: Raw = typeof item === "object" && item !== null ? { ...item } : {};
    const flag = (name: string): boolean => readFlag(placeOf(here, name), sent[name], false);
    return {
      recordAdded: flag("recordAdded"),
      recordEdited: flag("recordEdited"),
      commentAdded: flag("commentAdded"),
      statusChanged: flag("statusChanged"),
      fileImported: flag("fileImported"),
    };
  });
  // A target that cannot be read is a fault, after which nothing of the list is kept: the two go side by side.
  return targets.flatMap((target, index) => {
    const events = flags[index];
    return events === undefined ? [] : [{ ...target, ...events }];
  });
}

/** `notifications` of `PUT preview/app/notifications/perRecord.json`, where the parameter is required. */
export function parsePerRecordNotifications(
  place: Place,
  raw: unknown,
  source: NotificationSource,
): readonly PerRecordNotification[] {
  const list = readList(place, raw);
  if (list === null) {
    addFault(place, settingsText.required);
    return [];
  }
  return list.flatMap((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    if (sent === null) {
      return [];
    }
    if (sent["filterCond"] === undefined || sent["filterCond"] === null) {
      addFault(placeOf(here, "filterCond"), settingsText.required);
    }
    return [readNotification(here, sent, source)];
  });
}

/** Condition, subject and recipients, which per-record notifications and reminders have in common. */
export function readNotification(place: Place, sent: Raw, source: NotificationSource): PerRecordNotification {
  const filterPlace = placeOf(place, "filterCond");
  const filterCond = readText(filterPlace, sent["filterCond"], { initial: "" });
  if (filterCond !== "") {
    source.checkCondition(filterPlace, filterCond);
  }
  return {
    filterCond,
    title: readText(placeOf(place, "title"), sent["title"], { initial: "", max: longestTitle }),
    targets: readTargets(placeOf(place, "targets"), sent["targets"], source),
  };
}

function readTargets(place: Place, raw: unknown, source: NotificationSource): readonly ProcessEntity[] {
  const { fields } = source.settings;
  const targets = readProcessEntities(place, raw, {
    types: executableTypes,
    fields,
    principalExists: source.principalExists,
  });
  // Documented: always false but for organizations and fields of organizations.
  return targets.map((target) => {
    const { type, code } = target.entity;
    const mayInclude =
      type === "ORGANIZATION" ||
      (type === "FIELD_ENTITY" && findField(fields, code ?? "")?.type === "ORGANIZATION_SELECT");
    return mayInclude ? target : { ...target, includeSubs: false };
  });
}
