import type { ActionEntity, ActionMapping, StoredAction } from "../store/action-settings.ts";
import type { StoredField } from "../store/app-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { findAnyField, findField } from "./find-field.ts";
import { parseNamedList } from "./parse-named-list.ts";
import type { QueryCheck } from "./parse-views.ts";
import type { PrincipalExists } from "./read-process-entities.ts";
import { isSent, readInteger, readList, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

/** What reading app actions needs beside what was sent. */
export type ActionSource = {
  readonly fields: readonly StoredField[];
  readonly before: readonly StoredAction[];
  readonly allocateId: () => string;
  /** The fields of another app, `null` when there is no such app. */
  readonly fieldsOf: (appId: number) => readonly StoredField[] | null;
  readonly principalExists: PrincipalExists;
  readonly checkCondition: QueryCheck;
};

/** Not in our sources; keeps one app from growing without bound. */
const actionLimit = 100;

/** `actions` of `PUT preview/app/actions.json`, in display order; actions that are not listed are deleted. */
export function parseActions(place: Place, raw: unknown, source: ActionSource): readonly StoredAction[] {
  return parseNamedList(place, raw, {
    before: source.before,
    limit: actionLimit,
    read: (here, entry, key) => readAction(here, entry, { key, source }),
  });
}

function readAction(
  place: Place,
  raw: unknown,
  { key, source }: { readonly key: string; readonly source: ActionSource },
): StoredAction | null {
  const sent = readObject(place, raw);
  if (sent === null) {
    return null;
  }
  const before = source.before.find(({ name }) => name === key) ?? null;
  for (const name of requiredKeys(before === null, isSent(sent["destApp"])).filter((item) => !isSent(sent[item]))) {
    addFault(placeOf(place, name), settingsText.required);
  }
  const namePlace = placeOf(place, "name");
  const name = readText(namePlace, sent["name"], { initial: key, max: 32 });
  if (name === "") {
    addFault(namePlace, settingsText.required);
  } else if (before === null && name !== key) {
    addFault(namePlace, settingsText.nameDiffersFromKey);
  }
  const index = readInteger(placeOf(place, "index"), sent["index"], {
    initial: "0",
    min: 0,
    max: 2_147_483_647,
    required: true,
  });
  const destApp = isSent(sent["destApp"]) ? readDestApp(placeOf(place, "destApp"), sent) : (before?.destApp ?? "");
  const mappings = !isSent(sent["mappings"])
    ? (before?.mappings ?? [])
    : readMappings(placeOf(place, "mappings"), sent["mappings"], {
        fields: source.fields,
        target: destApp === "" ? null : loadTarget(placeOf(place, "destApp"), destApp, source),
      });
  const entities = !isSent(sent["entities"])
    ? (before?.entities ?? [])
    : readEntities(placeOf(place, "entities"), sent["entities"], source);
  const filterPlace = placeOf(place, "filterCond");
  const filterCond = readText(filterPlace, sent["filterCond"], { initial: before?.filterCond ?? "" });
  source.checkCondition(filterPlace, filterCond);
  return { id: before?.id ?? source.allocateId(), index, name, destApp, mappings, entities, filterCond };
}

function requiredKeys(isNew: boolean, withDestApp: boolean): readonly string[] {
  if (isNew) {
    return ["destApp", "mappings", "entities"];
  }
  return withDestApp ? ["mappings"] : [];
}

function readDestApp(place: Place, sent: Readonly<Record<string, unknown>>): string {
  const dest = readObject(place, sent["destApp"]);
  if (dest === null) {
    return "";
  }
  const appPlace = placeOf(place, "app");
  if (!isSent(dest["app"]) || dest["app"] === "") {
    const code = readText(placeOf(place, "code"), dest["code"], { initial: "" });
    // No app has a code here, so a code alone finds none.
    if (code === "") {
      addFault(appPlace, settingsText.required);
    } else {
      addRefusal(placeOf(place, "code"), "GAIA_AP01", { id: code });
    }
    return "";
  }
  return readInteger(appPlace, dest["app"], { initial: "", min: 1, max: Number.MAX_SAFE_INTEGER });
}

function loadTarget(place: Place, destApp: string, source: ActionSource): readonly StoredField[] | null {
  const target = source.fieldsOf(Number(destApp));
  if (target === null) {
    addRefusal(placeOf(place, "app"), "GAIA_AP01", { id: destApp });
  }
  return target;
}

/** Nobody can type into these, so nothing can be copied into them; a FILE's copy would be a second owner of the file. */
const typesNotFilled = new Set([
  "SUBTABLE",
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
  "CALC",
  "FILE",
  "GROUP",
  "REFERENCE_TABLE",
]);

function readMappings(
  place: Place,
  raw: unknown,
  at: { readonly fields: readonly StoredField[]; readonly target: readonly StoredField[] | null },
): readonly ActionMapping[] {
  const filled = new Set<string>();
  return (readList(place, raw) ?? []).flatMap((item, index): readonly ActionMapping[] => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    if (sent === null) {
      return [];
    }
    if (!isSent(sent["srcType"])) {
      addFault(placeOf(here, "srcType"), settingsText.required);
    }
    const srcType = readWord(placeOf(here, "srcType"), sent["srcType"], {
      words: ["FIELD", "RECORD_URL"],
      initial: "FIELD",
    });
    const destPlace = placeOf(here, "destField");
    const destField = readText(destPlace, sent["destField"], { initial: "", required: true });
    const found = at.target === null ? null : findAnyField(at.target, destField);
    const field = found?.field;
    if (at.target !== null && destField !== "" && field === undefined) {
      addRefusal(destPlace, "GAIA_FC01", { code: destField });
    } else if (field !== undefined && (found?.table !== null || typesNotFilled.has(field.type))) {
      addFault(destPlace, settingsText.wrongFieldForUse);
    }
    if (filled.has(destField)) {
      addFault(destPlace, settingsText.targetTwice);
    }
    filled.add(destField);
    if (srcType === "RECORD_URL") {
      return [{ srcType, destField }];
    }
    const srcPlace = placeOf(here, "srcField");
    const srcField = readText(srcPlace, sent["srcField"], { initial: "", required: true });
    if (srcField !== "" && findField(at.fields, srcField) === undefined) {
      addRefusal(srcPlace, "GAIA_FC01", { code: srcField });
    }
    return [{ srcType, srcField, destField }];
  });
}

const refusalOf = { USER: "GAIA_IL26", GROUP: "GAIA_IL27", ORGANIZATION: "GAIA_IL28" } as const;

function readEntities(place: Place, raw: unknown, source: ActionSource): readonly ActionEntity[] {
  return (readList(place, raw) ?? []).flatMap((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    if (sent === null) {
      return [];
    }
    if (!isSent(sent["type"])) {
      addFault(placeOf(here, "type"), settingsText.required);
    }
    const before = here.faults.length;
    const type = readWord(placeOf(here, "type"), sent["type"], {
      words: ["USER", "GROUP", "ORGANIZATION"],
      initial: "USER",
    });
    const code = readText(placeOf(here, "code"), sent["code"], { initial: "", required: true });
    if (here.faults.length === before && !source.principalExists(type, code)) {
      addRefusal(placeOf(here, "code"), refusalOf[type], { code });
    }
    return [{ type, code }];
  });
}
