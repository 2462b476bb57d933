import type { GeneralSettings, StoredField, StoredFileReference } from "../store/app-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { findField } from "./find-field.ts";
import { readFlag, readInteger, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

/** A stored file for a key of either kind: an upload's, or one that the settings' own GET answered. */
export type ResolveFile = (fileKey: string) => StoredFileReference | null;

export type GeneralSource = {
  readonly current: GeneralSettings;
  readonly fields: readonly StoredField[];
  readonly resolveFile: ResolveFile;
};

const themes = ["WHITE", "CLIPBOARD", "BINDER", "PENCIL", "CLIPS", "RED", "BLUE", "GREEN", "YELLOW", "BLACK"];
const presetPattern = /^APP([1-9]|[1-8]\d|90)$/u;

type Raw = Readonly<Record<string, unknown>>;

/** `PUT preview/app/settings.json`; keys that are not sent keep their values. */
export function parseGeneral(place: Place, sent: Raw, source: GeneralSource): GeneralSettings {
  const { current } = source;
  const flag = (key: FlagKey): boolean => readFlag(placeOf(place, key), sent[key], current[key]);
  const name = readText(placeOf(place, "name"), sent["name"], { initial: current.name, max: 64 });
  if (name.trim() === "") {
    addFault(placeOf(place, "name"), settingsText.required);
  }
  return {
    name,
    description: readText(placeOf(place, "description"), sent["description"], {
      initial: current.description,
      max: 10_000,
    }),
    icon: readIcon(placeOf(place, "icon"), sent["icon"], source),
    theme: readWord(placeOf(place, "theme"), sent["theme"], { words: themes, initial: current.theme }),
    titleField: readTitleField(placeOf(place, "titleField"), sent["titleField"], source),
    enableThumbnails: flag("enableThumbnails"),
    enableBulkDeletion: flag("enableBulkDeletion"),
    enableComments: flag("enableComments"),
    enableDuplicateRecord: flag("enableDuplicateRecord"),
    enableInlineRecordEditing: flag("enableInlineRecordEditing"),
    numberPrecision: readPrecision(placeOf(place, "numberPrecision"), sent["numberPrecision"], current),
    firstMonthOfFiscalYear: readInteger(placeOf(place, "firstMonthOfFiscalYear"), sent["firstMonthOfFiscalYear"], {
      initial: current.firstMonthOfFiscalYear,
      min: 1,
      max: 12,
    }),
  };
}

type FlagKey = {
  readonly [K in keyof GeneralSettings]: GeneralSettings[K] extends boolean ? K : never;
}[keyof GeneralSettings];

function readIcon(place: Place, raw: unknown, { current, resolveFile }: GeneralSource): GeneralSettings["icon"] {
  const sent = readObject(place, raw);
  if (sent === null) {
    return current.icon;
  }
  if (sent["type"] === undefined) {
    addFault(placeOf(place, "type"), settingsText.required);
    return current.icon;
  }
  const type = readWord(placeOf(place, "type"), sent["type"], { words: ["PRESET", "FILE"], initial: "PRESET" });
  if (type === "PRESET") {
    const key = readText(placeOf(place, "key"), sent["key"], { initial: "", required: true });
    if (key !== "" && !presetPattern.test(key)) {
      addFault(placeOf(place, "key"), settingsText.notInEnum);
    }
    return { type, key };
  }
  const filePlace = placeOf(place, "file");
  const keyPlace = placeOf(filePlace, "fileKey");
  const fileKey = readText(keyPlace, readObject(filePlace, sent["file"])?.["fileKey"], { initial: "", required: true });
  const file = fileKey === "" ? null : resolveFile(fileKey);
  if (file === null) {
    if (fileKey !== "") {
      addRefusal(keyPlace, "GAIA_BL01", { id: fileKey });
    }
    return current.icon;
  }
  return { type, file };
}

/** Types a record's title can come from; the list is help's for 「レコードのタイトル」. */
const titleTypes = new Set([
  "RECORD_NUMBER",
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "NUMBER",
  "CALC",
  "RADIO_BUTTON",
  "DROP_DOWN",
  "DATE",
  "TIME",
  "DATETIME",
  "LINK",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
]);

function readTitleField(place: Place, raw: unknown, source: GeneralSource): GeneralSettings["titleField"] {
  const sent = readObject(place, raw);
  if (sent === null) {
    return source.current.titleField;
  }
  const modePlace = placeOf(place, "selectionMode");
  if (sent["selectionMode"] === undefined) {
    addFault(modePlace, settingsText.required);
  }
  const selectionMode = readWord(modePlace, sent["selectionMode"], { words: ["AUTO", "MANUAL"], initial: "AUTO" });
  if (selectionMode === "AUTO") {
    return { selectionMode };
  }
  const codePlace = placeOf(place, "code");
  const code = readText(codePlace, sent["code"], { initial: "", required: true });
  const field = findField(source.fields, code);
  if (code !== "" && field === undefined) {
    addRefusal(codePlace, "GAIA_FC01", { code });
  } else if (field !== undefined && !titleTypes.has(field.type)) {
    addFault(codePlace, settingsText.wrongFieldForUse);
  }
  return { selectionMode, code };
}

function readPrecision(place: Place, raw: unknown, current: GeneralSettings): GeneralSettings["numberPrecision"] {
  const sent: Raw = readObject(place, raw) ?? {};
  const before = current.numberPrecision;
  return {
    digits: readInteger(placeOf(place, "digits"), sent["digits"], { initial: before.digits, min: 1, max: 30 }),
    decimalPlaces: readInteger(placeOf(place, "decimalPlaces"), sent["decimalPlaces"], {
      initial: before.decimalPlaces,
      min: 0,
      max: 10,
    }),
    roundingMode: readWord(placeOf(place, "roundingMode"), sent["roundingMode"], {
      words: ["HALF_EVEN", "UP", "DOWN"],
      initial: before.roundingMode,
    }),
  };
}
