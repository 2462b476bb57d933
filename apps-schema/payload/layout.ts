import type { AppSchema } from "../schema/app-schema.ts";
import type { FieldDeclaration } from "../schema/field-declaration.ts";
import type { LayoutFields, LayoutRow } from "../schema/layout.ts";
import { fieldSize, type LayoutSize } from "./field-size.ts";

export type LayoutFieldPayload = {
  readonly type: string;
  readonly code?: string;
  readonly label?: string;
  readonly elementId?: string;
  readonly size?: LayoutSize;
};

type RowPayload = { readonly type: "ROW"; readonly fields: readonly LayoutFieldPayload[] };

export type LayoutItemPayload =
  | RowPayload
  | { readonly type: "GROUP"; readonly code: string; readonly layout: readonly RowPayload[] }
  | { readonly type: "SUBTABLE"; readonly code: string; readonly fields: readonly LayoutFieldPayload[] };

/** Builds the body of the form layout API; a field's help becomes a label under its row, as kintone has no help text. */
export function buildLayout(schema: AppSchema): { layout: readonly LayoutItemPayload[] } {
  const layout = schema.layout.flatMap((item): readonly LayoutItemPayload[] => {
    if (item.type === "TABLE") {
      return [buildTable(schema, item.code)];
    }
    if (item.type === "GROUP") {
      return [{ type: "GROUP", code: item.code, layout: item.rows.flatMap((row) => buildRows(schema, row)) }];
    }
    return buildRows(schema, item);
  });
  return { layout };
}

function buildRows(schema: AppSchema, row: LayoutRow): readonly RowPayload[] {
  if (row.type === "NOTE") {
    return [rowOf(label(row.text))];
  }
  if (row.type === "SPACE") {
    return [rowOf({ type: "SPACER", elementId: row.elementId, size: { width: "640", height: "20" } })];
  }
  return [{ type: "ROW", fields: row.codes.map((code) => buildCell(schema, code)) }, ...buildHelp(schema, row)];
}

function buildHelp(schema: AppSchema, row: LayoutFields): readonly RowPayload[] {
  return row.codes.flatMap((code) => {
    const { label: name, help } = fieldOf(schema, code);
    return help === undefined ? [] : [rowOf(label(`${name}：${help}`))];
  });
}

function buildTable(schema: AppSchema, code: string): LayoutItemPayload {
  const field = fieldOf(schema, code);
  const cells = field.type === "SUBTABLE" ? Object.entries(field.fields) : [];
  const fields = cells.map(([cellCode, cell]) => ({ type: cell.type, code: cellCode, size: fieldSize(cell, "table") }));
  return { type: "SUBTABLE", code, fields };
}

function buildCell(schema: AppSchema, code: string): LayoutFieldPayload {
  const field = fieldOf(schema, code);
  if (field.type === "REFERENCE_TABLE" || field.type === "SUBTABLE") {
    return { type: field.type, code };
  }
  return { type: field.type === "LOOKUP" ? "SINGLE_LINE_TEXT" : field.type, code, size: fieldSize(field, "form") };
}

function fieldOf(schema: AppSchema, code: string): FieldDeclaration {
  const field = schema.fields[code];
  if (field === undefined) {
    throw new Error(`${schema.key}: the layout names "${code}", which is not a field`);
  }
  return field;
}

function rowOf(field: LayoutFieldPayload): RowPayload {
  return { type: "ROW", fields: [field] };
}

/** A label's text is HTML to kintone. */
function label(sentence: string): LayoutFieldPayload {
  const html = sentence.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return { type: "LABEL", label: html, size: { width: "640" } };
}
