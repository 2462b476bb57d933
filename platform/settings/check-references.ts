import type { StoredField } from "../store/app-settings.ts";
import { isCalculated } from "../formula/formula-fields.ts";
import { addFault, addRefusal, placeOf, placeOfNamed, type Place } from "./fault.ts";
import { findAnyField, findField } from "./find-field.ts";
import { toLookup, type Lookup } from "./read-lookup.ts";
import { toReferenceTable } from "./read-reference-table.ts";
import { settingsText } from "./text.ts";

/** The fields of another app as a lookup may name them; `null` when there is no such app. */
export type RelatedFields = (appId: number) => readonly StoredField[] | null;

/**
 * Checks what lookups and related-records lists name: the other app, its fields, and the targets on the own form. Measured: an
 * unknown field is GAIA_FC01, a mapping of other types and a target of two lookups are CB_VA01.
 */
export function checkReferences(
  place: Place,
  fields: readonly StoredField[],
  source: { readonly relatedFields: RelatedFields; readonly changed: ReadonlySet<number> },
): void {
  const targets = new Set<string>();
  const visit = (here: Place, siblings: readonly StoredField[]): void => {
    for (const field of siblings) {
      const at = placeOfNamed(here, field.code);
      const isChanged = source.changed.has(field.id);
      const lookup = toLookup(field.property["lookup"]);
      if (lookup !== null) {
        const lookupPlace = placeOf(at, "lookup");
        for (const [index, { field: target }] of lookup.fieldMappings.entries()) {
          if (targets.has(target) && isChanged) {
            addFault(placeOf(placeOf(placeOf(lookupPlace, "fieldMappings"), index), "field"), settingsText.targetTwice);
          }
          targets.add(target);
        }
        if (isChanged) {
          checkLookup(lookupPlace, { lookup, field, siblings }, source.relatedFields);
        }
      }
      if (isChanged) {
        checkReferenceTable(placeOf(at, "referenceTable"), field, { fields, relatedFields: source.relatedFields });
      }
      visit(placeOf(at, "fields"), field.fields ?? []);
    }
  };
  // Lookups that did not change are read first, so that the fault stands at the one that was sent.
  const isFirst = (field: StoredField): boolean => !source.changed.has(field.id);
  visit(place, [...fields.filter(isFirst), ...fields.filter((field) => !isFirst(field))]);
}

function checkLookup(
  place: Place,
  at: { readonly lookup: Lookup; readonly field: StoredField; readonly siblings: readonly StoredField[] },
  relatedFields: RelatedFields,
): void {
  const { lookup, field, siblings } = at;
  const related = loadRelated(place, lookup.relatedApp.app, relatedFields);
  if (related === null) {
    return;
  }
  const key = findField(related, lookup.relatedKeyField);
  const keyPlace = placeOf(place, "relatedKeyField");
  if (key === undefined) {
    addUnknown(keyPlace, lookup.relatedKeyField);
  } else if (key.type !== "RECORD_NUMBER" && key.type !== field.type) {
    addFault(keyPlace, settingsText.typesDoNotMatch);
  }
  for (const [index, mapping] of lookup.fieldMappings.entries()) {
    const here = placeOf(placeOf(place, "fieldMappings"), index);
    const target = findField(siblings, mapping.field);
    const copied = findField(related, mapping.relatedField);
    if (target === undefined) {
      addUnknown(placeOf(here, "field"), mapping.field);
    } else if (copied === undefined) {
      addUnknown(placeOf(here, "relatedField"), mapping.relatedField);
    } else if (!canCopy(copied, target) || target.id === field.id) {
      addFault(placeOf(here, "field"), settingsText.typesDoNotMatch);
    }
  }
  checkCodesOf(placeOf(place, "lookupPickerFields"), lookup.lookupPickerFields, related);
}

function checkReferenceTable(
  place: Place,
  field: StoredField,
  source: { readonly fields: readonly StoredField[]; readonly relatedFields: RelatedFields },
): void {
  const table = toReferenceTable(field.property["referenceTable"]);
  const related = table && loadRelated(place, table.relatedApp.app, source.relatedFields);
  if (table === null || related === null) {
    return;
  }
  const condition = placeOf(place, "condition");
  if (findField(source.fields, table.condition.field) === undefined) {
    addUnknown(placeOf(condition, "field"), table.condition.field);
  }
  if (findField(related, table.condition.relatedField) === undefined) {
    addUnknown(placeOf(condition, "relatedField"), table.condition.relatedField);
  }
  checkCodesOf(placeOf(place, "displayFields"), table.displayFields, related);
}

function loadRelated(place: Place, app: string, relatedFields: RelatedFields): readonly StoredField[] | null {
  if (app === "") {
    return null;
  }
  const related = relatedFields(Number(app));
  if (related === null) {
    addRefusal(placeOf(placeOf(place, "relatedApp"), "app"), "GAIA_AP01", { id: app });
  }
  return related;
}

function checkCodesOf(place: Place, codes: readonly string[], related: readonly StoredField[]): void {
  for (const [index, code] of codes.entries()) {
    if (findAnyField(related, code) === null) {
      addUnknown(placeOf(place, index), code);
    }
  }
}

/** Nothing is said twice about a code that was already found missing or wrong. */
function addUnknown(place: Place, code: string): void {
  if (code !== "" && !place.faults.some((fault) => fault.path === place.path)) {
    addRefusal(place, "GAIA_FC01", { code });
  }
}

/**
 * Types a lookup may copy from, by the type it copies into, beside the same type. NUMBER into text is refused (measured); the rest
 * follows kintone help's list of what can be copied and is not measured.
 */
const copySources: Readonly<Record<string, readonly string[]>> = {
  SINGLE_LINE_TEXT: ["RECORD_NUMBER", "RADIO_BUTTON", "DROP_DOWN", "LINK"],
  NUMBER: ["CALC", "RECORD_NUMBER"],
  DATETIME: ["CREATED_TIME", "UPDATED_TIME"],
  USER_SELECT: ["CREATOR", "MODIFIER"],
};

const neverCopied = new Set(["CHECK_BOX", "MULTI_SELECT", "FILE", "SUBTABLE", "GROUP", "REFERENCE_TABLE", "CALC"]);

function canCopy(from: StoredField, to: StoredField): boolean {
  if (neverCopied.has(to.type) || to.property["lookup"] !== undefined || isCalculated(to)) {
    return false;
  }
  return from.type === to.type || (copySources[to.type] ?? []).includes(from.type);
}
