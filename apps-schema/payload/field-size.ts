import type { CellField, LookupField } from "../schema/field-declaration.ts";

export type LayoutSize = { readonly width: string; readonly height?: string; readonly innerHeight?: string };

type Place = "form" | "table";

const usualWidths = {
  SINGLE_LINE_TEXT: 240,
  // The buttons 取得 and クリア stand inside this width.
  LOOKUP: 280,
  MULTI_LINE_TEXT: 640,
  NUMBER: 140,
  DATE: 140,
  LINK: 280,
  FILE: 320,
  DROP_DOWN: 180,
  MULTI_SELECT: 200,
  USER_SELECT: 260,
  ORGANIZATION_SELECT: 260,
  GROUP_SELECT: 260,
} as const;

/** Gives a field's place on the form in pixels, as kintone's layout API writes it. */
export function fieldSize(field: CellField | LookupField, place: Place): LayoutSize {
  const width = String(field.width ?? usualWidth(field));
  if (field.type !== "MULTI_LINE_TEXT") {
    return { width };
  }
  return { width, innerHeight: String(field.height ?? (place === "table" ? 80 : 110)) };
}

/** Choices that stand side by side need the room of their words: 15 px a character and 40 px for each box. */
function usualWidth(field: CellField | LookupField): number {
  if (field.type === "CHECK_BOX" && field.vertical === true) {
    return Math.max(160, ...field.options.map((option) => option.length * 15 + 40));
  }
  if (field.type === "CHECK_BOX" || field.type === "RADIO_BUTTON") {
    const words = field.options.reduce((sum, option) => sum + option.length * 15 + 40, 0);
    return Math.min(640, Math.max(160, words));
  }
  return usualWidths[field.type];
}
