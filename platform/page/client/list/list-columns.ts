import type { StoredField } from "../../../store/app-settings.ts";

const numeric = new Set(["NUMBER", "CALC"]);
const unsortable = new Set([
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "CHECK_BOX",
  "MULTI_SELECT",
  "FILE",
  "SUBTABLE",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "STATUS_ASSIGNEE",
  "CATEGORY",
]);

/** The fields of a view's columns; codes whose field is gone fall away. */
export function listColumns(fields: readonly StoredField[], codes: readonly string[]): StoredField[] {
  const known = new Map(fields.map((field) => [field.code, field]));
  return codes.flatMap((code) => known.get(code) ?? []);
}

/** Whether a column is set to the right, digit under digit. */
export function isNumeric(field: StoredField): boolean {
  return numeric.has(field.type);
}

/** Whether one can sort by a field; kintone's `order by` takes no fields with several values and no long texts. */
export function isSortable(field: StoredField): boolean {
  return !unsortable.has(field.type);
}
