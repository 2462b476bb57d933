import { addFault, placeOf, type Place } from "./fault.ts";
import { initialSort, readCodes, readRelatedApp, type RelatedApp } from "./read-lookup.ts";
import { isPlainObject, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

export type ReferenceTable = {
  readonly relatedApp: RelatedApp;
  readonly condition: { readonly field: string; readonly relatedField: string };
  readonly filterCond: string;
  readonly displayFields: readonly string[];
  readonly sort: string;
  readonly size: string;
};

const sizes = ["1", "3", "5", "10", "20", "30", "40", "50"];

/** `referenceTable` of a related-records list; keys that are not sent keep their values. */
export function readReferenceTable(place: Place, sent: unknown, current: unknown): ReferenceTable {
  const before = toReferenceTable(current);
  if (sent === undefined && before === null) {
    addFault(place, settingsText.required);
  }
  const raw = readObject(place, sent) ?? {};
  return {
    relatedApp: readRelatedApp(placeOf(place, "relatedApp"), raw["relatedApp"], before?.relatedApp),
    condition: readCondition(placeOf(place, "condition"), raw["condition"], before?.condition),
    filterCond: readText(placeOf(place, "filterCond"), raw["filterCond"], { initial: before?.filterCond ?? "" }),
    displayFields: readDisplayFields(placeOf(place, "displayFields"), raw["displayFields"], before?.displayFields),
    sort: readText(placeOf(place, "sort"), raw["sort"], { initial: before?.sort ?? initialSort }),
    size: readWord(placeOf(place, "size"), raw["size"], { words: sizes, initial: before?.size ?? "5" }),
  };
}

function readCondition(
  place: Place,
  sent: unknown,
  current: ReferenceTable["condition"] | undefined,
): ReferenceTable["condition"] {
  if (sent === undefined && current !== undefined) {
    return current;
  }
  const raw = readObject(place, sent);
  if (raw === null) {
    addFault(place, settingsText.required);
    return { field: "", relatedField: "" };
  }
  const rule = { initial: "", required: true };
  return {
    field: readText(placeOf(place, "field"), raw["field"], rule),
    relatedField: readText(placeOf(place, "relatedField"), raw["relatedField"], rule),
  };
}

function readDisplayFields(place: Place, sent: unknown, current: readonly string[] | undefined): readonly string[] {
  if (sent === undefined && current !== undefined) {
    return current;
  }
  const codes = readCodes(place, sent);
  if (codes.length === 0) {
    addFault(place, settingsText.required);
  }
  return codes;
}

/** The stored `referenceTable` of a property; `null` when the property has none. It was written by `readReferenceTable`. */
export function toReferenceTable(value: unknown): ReferenceTable | null {
  return isReferenceTable(value) ? value : null;
}

function isReferenceTable(value: unknown): value is ReferenceTable {
  return isPlainObject(value) && isPlainObject(value["condition"]) && Array.isArray(value["displayFields"]);
}
