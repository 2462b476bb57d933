import type { CSSProperties } from "react";
import { toObject } from "./read-rest-record.ts";

export type FieldStyle = {
  readonly box: CSSProperties;
  readonly label: CSSProperties;
  readonly content: CSSProperties;
};

const none: FieldStyle = { box: {}, label: {}, content: {} };

/** What `setFieldStyle` asks for, as styles of the three parts of a field (fact sheet §4.4). */
export function readFieldStyle(style: unknown): FieldStyle {
  if (typeof style !== "object" || style === null) {
    return none;
  }
  const given = toObject(style);
  return {
    box: toBackground(given["background"]),
    label: toStyle(given["label"]),
    content: toStyle(given["content"]),
  };
}

function toStyle(part: unknown): CSSProperties {
  const { backgroundColor, color, fontWeight, textDecoration, borderColor } = toObject(part);
  return {
    ...(isColor(backgroundColor) ? { backgroundColor } : {}),
    ...(isColor(color) ? { color } : {}),
    ...(fontWeight === "bold" || fontWeight === "normal" ? { fontWeight } : {}),
    ...(textDecoration === "underline" || textDecoration === "line-through" ? { textDecoration } : {}),
    ...(isColor(borderColor) ? { border: `2px solid ${borderColor}` } : {}),
  };
}

function toBackground(part: unknown): CSSProperties {
  const { backgroundColor } = toObject(part);
  return isColor(backgroundColor) ? { backgroundColor } : {};
}

function isColor(value: unknown): value is string {
  return typeof value === "string" && /^[#\w(),.% -]+$/u.test(value);
}
