import type { ProcessEntity } from "../store/app-settings.ts";
import type { NotificationSettings, Reminder } from "../store/notification-settings.ts";
import { queryNames, renameInQuery } from "./rename-in-query.ts";

/** Writes the new codes of renamed fields wherever notification settings name them. */
export function renameInNotifications(
  settings: NotificationSettings,
  codes: ReadonlyMap<string, string>,
): NotificationSettings {
  const rename = (code: string): string => codes.get(code) ?? code;
  const renameTarget = <T extends ProcessEntity>(target: T): T =>
    target.entity.type === "FIELD_ENTITY" && target.entity.code !== null
      ? { ...target, entity: { ...target.entity, code: rename(target.entity.code) } }
      : target;
  const renameEntry = <T extends Pick<Reminder, "filterCond" | "targets">>(entry: T): T => ({
    ...entry,
    filterCond: renameInQuery(entry.filterCond, codes),
    targets: entry.targets.map(renameTarget),
  });
  return {
    ...settings,
    general: settings.general.map(renameTarget),
    perRecord: settings.perRecord.map(renameEntry),
    reminders: settings.reminders.map((reminder) => ({
      ...renameEntry(reminder),
      timing: { ...reminder.timing, code: rename(reminder.timing.code) },
    })),
  };
}

/**
 * Notification settings without deleted fields: recipients in them go, and so do conditions and reminders that read them, because
 * what is left would tell more than was asked for. What kintone keeps there is not known.
 */
export function notificationsWithout(settings: NotificationSettings, codes: ReadonlySet<string>): NotificationSettings {
  const isKept = ({ entity }: ProcessEntity): boolean =>
    entity.type !== "FIELD_ENTITY" || entity.code === null || !codes.has(entity.code);
  const without = <T extends Pick<Reminder, "filterCond" | "targets">>(entries: readonly T[]): readonly T[] =>
    entries
      .filter(({ filterCond }) => !queryNames(filterCond, codes))
      .map((entry) => ({ ...entry, targets: entry.targets.filter(isKept) }));
  return {
    ...settings,
    general: settings.general.filter(isKept),
    perRecord: without(settings.perRecord),
    reminders: without(settings.reminders).filter(({ timing }) => !codes.has(timing.code)),
  };
}
