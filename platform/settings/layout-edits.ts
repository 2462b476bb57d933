import type { LayoutField, LayoutRow, StoredField } from "../store/app-settings.ts";
import { fieldTypesWithoutLayout, systemFieldTypes } from "./field-types.ts";

/** Widths kintone gives to fields that nobody sized; types that are not named answer an empty `size`. */
const initialSizes: Readonly<Record<string, LayoutField["size"]>> = {
  SINGLE_LINE_TEXT: { width: "193" },
  NUMBER: { width: "193" },
  LINK: { width: "193" },
  DATE: { width: "101" },
  TIME: { width: "100" },
  DATETIME: { width: "193" },
  FILE: { width: "193" },
  USER_SELECT: { width: "193" },
  ORGANIZATION_SELECT: { width: "193" },
  GROUP_SELECT: { width: "193" },
  MULTI_LINE_TEXT: { width: "315", innerHeight: "125" },
  RICH_TEXT: { width: "315", innerHeight: "125" },
};

/** The layout item of a field that was not placed yet. */
export function createLayoutField(field: StoredField): LayoutField {
  const item = { type: field.type, code: field.code };
  return field.type === "REFERENCE_TABLE" ? item : { ...item, size: initialSizes[field.type] ?? {} };
}

/** Puts fields that the layout does not have at its end, one row each; new fields of a placed table at the table's right end. */
export function addToLayout(layout: readonly LayoutRow[], fields: readonly StoredField[]): readonly LayoutRow[] {
  return fields.reduce<readonly LayoutRow[]>((rows, field) => {
    if (systemFieldTypes.has(field.type) || fieldTypesWithoutLayout.has(field.type)) {
      return rows;
    }
    if (field.type === "SUBTABLE" && rows.some((row) => row.type === "SUBTABLE" && row.code === field.code)) {
      return rows.map((row) => (row.type === "SUBTABLE" && row.code === field.code ? growTable(row, field) : row));
    }
    return [...rows, createRow(field)];
  }, layout);
}

type TableRow = Extract<LayoutRow, { type: "SUBTABLE" }>;

function growTable(row: TableRow, table: StoredField): TableRow {
  const placed = new Set(row.fields.map((item) => item.code));
  const missing = (table.fields ?? []).filter((field) => !placed.has(field.code));
  return { ...row, fields: [...row.fields, ...missing.map(createLayoutField)] };
}

function createRow(field: StoredField): LayoutRow {
  switch (field.type) {
    case "SUBTABLE":
      return { type: "SUBTABLE", code: field.code, fields: (field.fields ?? []).map(createLayoutField) };
    case "GROUP":
      return { type: "GROUP", code: field.code, layout: [] };
    default:
      return { type: "ROW", fields: [createLayoutField(field)] };
  }
}

/** Takes deleted fields out; rows left empty go, and the rows of a deleted group take the group's place. */
export function removeFromLayout(layout: readonly LayoutRow[], codes: ReadonlySet<string>): readonly LayoutRow[] {
  const isKept = (item: LayoutField): boolean => item.code === undefined || !codes.has(item.code);
  return layout.flatMap((row): readonly LayoutRow[] => {
    if (row.type === "GROUP") {
      const rows = removeFromLayout(row.layout, codes);
      return codes.has(row.code) ? rows : [{ ...row, layout: rows }];
    }
    if (row.type === "SUBTABLE" && codes.has(row.code)) {
      return [];
    }
    const fields = row.fields.filter(isKept);
    return fields.length === 0 && row.fields.length > 0 ? [] : [{ ...row, fields }];
  });
}

/** Writes the new codes of renamed fields. */
export function renameInLayout(layout: readonly LayoutRow[], codes: ReadonlyMap<string, string>): readonly LayoutRow[] {
  const rename = (code: string): string => codes.get(code) ?? code;
  const renameItem = (item: LayoutField): LayoutField =>
    item.code === undefined ? item : { ...item, code: rename(item.code) };
  return layout.map((row): LayoutRow => {
    switch (row.type) {
      case "ROW":
        return { ...row, fields: row.fields.map(renameItem) };
      case "SUBTABLE":
        return { ...row, code: rename(row.code), fields: row.fields.map(renameItem) };
      case "GROUP":
        break;
    }
    return { ...row, code: rename(row.code), layout: renameInLayout(row.layout, codes) };
  });
}
