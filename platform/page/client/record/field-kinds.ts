import { isCalculated } from "../../../formula/formula-fields.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { readFlag, readLookup } from "../field/field-settings.ts";

const system = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
]);

const enterable = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "NUMBER",
  "DATE",
  "TIME",
  "DATETIME",
  "RADIO_BUTTON",
  "CHECK_BOX",
  "DROP_DOWN",
  "MULTI_SELECT",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "LINK",
  "FILE",
]);

/** Types that `change.{code}` events can name (fact sheet §3.3); a lookup key never fires one. */
const changing = new Set([
  "RADIO_BUTTON",
  "DROP_DOWN",
  "CHECK_BOX",
  "MULTI_SELECT",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "DATE",
  "TIME",
  "DATETIME",
  "SINGLE_LINE_TEXT",
  "NUMBER",
]);

/** Record number, creator and the other fields that the server fills. */
export function isSystemField(field: StoredField): boolean {
  return system.has(field.type);
}

/**
 * Whether this reader fills the field by hand (a lookup key included, copied fields too: they are told apart by place); not when its
 * permissions let them only read it.
 */
export function isEnterable(field: StoredField): boolean {
  return enterable.has(field.type) && !isCalculated(field) && field.locked !== true;
}

/** The field of the record's categories, while the app has them on and the reader sees it. */
export function findCategoryField(fields: readonly StoredField[]): StoredField | null {
  return fields.find((field) => field.type === "CATEGORY" && readFlag(field, "enabled")) ?? null;
}

/** Whether this reader adds, changes and removes the rows of a table. */
export function isFillableTable(field: StoredField): boolean {
  return field.type === "SUBTABLE" && field.locked !== true;
}

/** Whether kintone fires `change` for the field. */
export function firesChange(field: StoredField): boolean {
  return changing.has(field.type) && readLookup(field) === null;
}

/** The codes that the lookups among these fields fill. */
export function copiedCodes(fields: readonly StoredField[]): ReadonlySet<string> {
  return new Set(
    fields.flatMap((field) => [
      ...(readLookup(field)?.mappings.map((mapping) => mapping.field) ?? []),
      ...(field.type === "SUBTABLE" ? copiedCodes(field.fields ?? []) : []),
    ]),
  );
}

/** Whether a customization may write the field on a record page (fact sheet §3.5, "never overwritten"). */
export function isOverwritable(field: StoredField, copied: ReadonlySet<string>): boolean {
  return isEnterable(field) && field.type !== "FILE" && !copied.has(field.code);
}

/** The value of a field in which nothing was entered, in REST form. */
export function emptyValueOf(field: StoredField): unknown {
  switch (field.type) {
    case "CHECK_BOX":
    case "MULTI_SELECT":
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
    case "FILE":
    case "CATEGORY":
    case "STATUS_ASSIGNEE":
    case "SUBTABLE":
      return [];
    case "DATE":
    case "TIME":
    case "DROP_DOWN":
    case "RADIO_BUTTON":
      return null;
    default:
      return "";
  }
}

/** Whether records carry the field at all: groups, related records and parts of the layout have no value. */
export function hasValue(field: StoredField): boolean {
  return !["GROUP", "REFERENCE_TABLE", "LABEL", "HR", "SPACER"].includes(field.type);
}
