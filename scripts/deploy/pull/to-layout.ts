import type { FieldDeclaration } from "../../../apps-schema/schema/field-declaration.ts";
import type { LayoutItem, LayoutRow } from "../../../apps-schema/schema/layout.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";

/** Widths and heights as the form has them, by field code. */
export function readSizes(layout: readonly Json[]): Map<string, { width?: number; height?: number }> {
  const sizes = new Map<string, { width?: number; height?: number }>();
  for (const row of layout) {
    for (const field of listOf(memberOf(row, "fields"))) {
      const width = Number(textOf(memberOf(memberOf(field, "size"), "width")));
      const height = Number(textOf(memberOf(memberOf(field, "size"), "innerHeight")));
      const code = textOf(memberOf(field, "code"));
      sizes.set(code, { ...(width > 0 ? { width } : {}), ...(height > 0 ? { height } : {}) });
    }
    for (const [code, size] of readSizes(listOf(memberOf(row, "layout")))) {
      sizes.set(code, size);
    }
  }
  return sizes;
}

type Fields = Readonly<Record<string, FieldDeclaration>>;

/** The form's rows in the words of declarations; fields that are not declared, lines and pictures are not in it. */
export function toLayout(layout: readonly Json[], fields: Fields, properties: JsonObject): LayoutItem[] {
  return layout.flatMap((item): LayoutItem[] => {
    const code = textOf(memberOf(item, "code"));
    switch (textOf(memberOf(item, "type"))) {
      case "SUBTABLE":
        return fields[code]?.type === "SUBTABLE" ? [{ type: "TABLE", code }] : [];
      case "GROUP": {
        const property = properties[code] ?? null;
        const label = textOf(memberOf(property, "label"));
        const open = memberOf(property, "openGroup") === true;
        const rows = listOf(memberOf(item, "layout")).flatMap((row) => toRows(row, fields));
        return [{ type: "GROUP", code, label, open, rows }];
      }
      default:
        return toRows(item, fields);
    }
  });
}

function toRows(row: Json, fields: Fields): LayoutRow[] {
  const items = listOf(memberOf(row, "fields"));
  const codes = items.map((item) => textOf(memberOf(item, "code"))).filter((code) => fields[code] !== undefined);
  const decorations = items.flatMap(toDecoration);
  return codes.length > 0 ? [{ type: "ROW", codes }] : decorations;
}

function toDecoration(item: Json): LayoutRow[] {
  const label = textOf(memberOf(item, "label"));
  const elementId = textOf(memberOf(item, "elementId"));
  if (textOf(memberOf(item, "type")) === "LABEL" && !label.includes("<")) {
    const text = label.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    return [{ type: "NOTE", text }];
  }
  return textOf(memberOf(item, "type")) === "SPACER" && elementId !== "" ? [{ type: "SPACE", elementId }] : [];
}
