import { addFault, placeOf, type Place } from "./fault.ts";
import { isFieldCode } from "./field-code.ts";
import { isPlainObject, readInteger, readList, readObject, readText } from "./read-value.ts";
import { settingsText } from "./text.ts";

export type Lookup = {
  readonly relatedApp: RelatedApp;
  readonly relatedKeyField: string;
  readonly fieldMappings: readonly FieldMapping[];
  readonly lookupPickerFields: readonly string[];
  readonly filterCond: string;
  readonly sort: string;
};

export type RelatedApp = { readonly app: string; readonly code: string };
type FieldMapping = { readonly field: string; readonly relatedField: string };

/** The order kintone sets for a lookup and a related-records list when none is given (observed). */
export const initialSort = "レコード番号 desc";

/** `lookup` of a key field; keys that are not sent keep their values. */
export function readLookup(place: Place, sent: unknown, current: unknown): Lookup {
  const raw = readObject(place, sent) ?? {};
  const before = toLookup(current);
  const key = readText(placeOf(place, "relatedKeyField"), raw["relatedKeyField"], {
    initial: before?.relatedKeyField ?? "",
    required: before === null,
  });
  // `$id` is refused with the text for wrong signs (measured); the record number's field code is the way.
  if (key !== "" && (!isFieldCode(key) || key.startsWith("$"))) {
    addFault(placeOf(place, "relatedKeyField"), settingsText.codeHasWrongSigns);
  }
  return {
    relatedApp: readRelatedApp(placeOf(place, "relatedApp"), raw["relatedApp"], before?.relatedApp),
    relatedKeyField: key,
    fieldMappings:
      raw["fieldMappings"] === undefined
        ? (before?.fieldMappings ?? [])
        : readMappings(placeOf(place, "fieldMappings"), raw["fieldMappings"]),
    lookupPickerFields:
      raw["lookupPickerFields"] === undefined
        ? (before?.lookupPickerFields ?? [])
        : readCodes(placeOf(place, "lookupPickerFields"), raw["lookupPickerFields"]),
    filterCond: readText(placeOf(place, "filterCond"), raw["filterCond"], { initial: before?.filterCond ?? "" }),
    sort: readText(placeOf(place, "sort"), raw["sort"], { initial: before?.sort ?? initialSort }),
  };
}

/** `relatedApp`: only `app` chooses; `code` is the app code of that app, which no app has here. */
export function readRelatedApp(place: Place, sent: unknown, current: RelatedApp | undefined): RelatedApp {
  if (sent === undefined && current !== undefined) {
    return current;
  }
  const raw = readObject(place, sent);
  if (raw === null) {
    addFault(place, settingsText.required);
    return { app: "", code: "" };
  }
  const app = readInteger(placeOf(place, "app"), raw["app"], {
    initial: "",
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    required: true,
  });
  return { app, code: "" };
}

export function readCodes(place: Place, sent: unknown): readonly string[] {
  return (readList(place, sent) ?? []).map((code, index) =>
    readText(placeOf(place, index), code, { initial: "", required: true }),
  );
}

function readMappings(place: Place, sent: unknown): readonly FieldMapping[] {
  return (readList(place, sent) ?? []).flatMap((item, index) => {
    const here = placeOf(place, index);
    const raw = readObject(here, item);
    if (raw === null) {
      return [];
    }
    const rule = { initial: "", required: true };
    return [
      {
        field: readText(placeOf(here, "field"), raw["field"], rule),
        relatedField: readText(placeOf(here, "relatedField"), raw["relatedField"], rule),
      },
    ];
  });
}

/** The stored `lookup` of a property; `null` when the property has none. It was written by `readLookup`. */
export function toLookup(value: unknown): Lookup | null {
  return isLookup(value) ? value : null;
}

function isLookup(value: unknown): value is Lookup {
  return isPlainObject(value) && typeof value["relatedKeyField"] === "string" && Array.isArray(value["fieldMappings"]);
}
