import type { LayoutField, LayoutRow, StoredField } from "../../../store/app-settings.ts";
import { attachHelp } from "./attach-help.ts";

/** What stands side by side in a row of the form. */
export type LayoutItem =
  | {
      readonly kind: "field";
      readonly key: string;
      readonly field: StoredField;
      readonly width: number | null;
      /** What a label of the form says about this field; shown where it is filled in. */
      readonly help?: string;
    }
  | { readonly kind: "label"; readonly key: string; readonly markup: string; readonly elementId: string }
  | { readonly kind: "line"; readonly key: string; readonly elementId: string }
  | {
      readonly kind: "space";
      readonly key: string;
      readonly elementId: string;
      readonly width: number | null;
      readonly height: number | null;
    };

/** The form from top to bottom. */
export type LayoutNode =
  | { readonly kind: "row"; readonly key: string; readonly items: readonly LayoutItem[] }
  | { readonly kind: "table"; readonly key: string; readonly field: StoredField }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly field: StoredField;
      readonly nodes: readonly LayoutNode[];
    };

/** Joins the layout with the fields; what names a field that is gone is left out, so are rows left empty. */
export function buildLayout(
  rows: readonly LayoutRow[],
  fields: ReadonlyMap<string, StoredField>,
  isShown: (field: StoredField) => boolean = () => true,
): LayoutNode[] {
  const nodes = rows.flatMap((row, index): LayoutNode[] => {
    const key = `${row.type}-${index}`;
    if (row.type === "ROW") {
      const items = row.fields.flatMap((item, place) => toItem(item, { key: `${key}-${place}`, fields, isShown }));
      return items.length === 0 ? [] : [{ kind: "row", key, items }];
    }
    const field = fields.get(row.code);
    if (field === undefined) {
      return [];
    }
    return row.type === "SUBTABLE"
      ? [{ kind: "table", key, field: inLayoutOrder(field, row.fields) }]
      : [{ kind: "group", key, field, nodes: buildLayout(row.layout, fields, isShown) }];
  });
  return attachHelp(nodes);
}

function toItem(
  item: LayoutField,
  context: {
    readonly key: string;
    readonly fields: ReadonlyMap<string, StoredField>;
    readonly isShown: (field: StoredField) => boolean;
  },
): LayoutItem[] {
  const { key } = context;
  const elementId = item.elementId ?? "";
  switch (item.type) {
    case "LABEL":
      return [{ kind: "label", key, markup: item.label ?? "", elementId }];
    case "HR":
      return [{ kind: "line", key, elementId }];
    case "SPACER":
      return [
        { kind: "space", key, elementId, width: toNumber(item.size?.width), height: toNumber(item.size?.height) },
      ];
    default: {
      const field = context.fields.get(item.code ?? "");
      return field === undefined || !context.isShown(field)
        ? []
        : [{ kind: "field", key: field.code, field, width: toNumber(item.size?.width) }];
    }
  }
}

// Columns stand as the layout has them; a column that the layout does not name comes last.
function inLayoutOrder(table: StoredField, order: readonly LayoutField[]): StoredField {
  const codes = order.map((item) => item.code);
  const place = (field: StoredField): number => {
    const index = codes.indexOf(field.code);
    return index === -1 ? codes.length : index;
  };
  return { ...table, fields: (table.fields ?? []).toSorted((one, other) => place(one) - place(other)) };
}

function toNumber(size: string | undefined): number | null {
  const number = Number(size ?? "");
  return Number.isFinite(number) && number > 0 ? number : null;
}

/** The group that a field stands in, so that it can be opened to show an error. */
export function findGroup(nodes: readonly LayoutNode[], code: string): string | null {
  for (const node of nodes) {
    if (node.kind === "group" && hasField(node.nodes, code)) {
      return node.field.code;
    }
  }
  return null;
}

function hasField(nodes: readonly LayoutNode[], code: string): boolean {
  return nodes.some((node) => {
    if (node.kind === "row") {
      return node.items.some((item) => item.kind === "field" && item.field.code === code);
    }
    return node.kind === "table" ? node.field.code === code : hasField(node.nodes, code);
  });
}
