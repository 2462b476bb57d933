import { describe, expect, it } from "vitest";
import type { LayoutRow } from "../store/app-settings.ts";
import { hideFields } from "./hide-fields.ts";

const label = { type: "LABEL", label: "給与" };
const row = (...codes: readonly string[]): LayoutRow => ({
  type: "ROW",
  fields: codes.map((code) => (code === "label" ? label : { type: "NUMBER", code })),
});
const group = (...layout: readonly LayoutRow[]): LayoutRow => ({ type: "GROUP", code: "money", layout });

function hide(layout: readonly LayoutRow[], ...hidden: readonly string[]): readonly LayoutRow[] {
  return hideFields({ fields: [], views: [], layout }, new Set(hidden)).layout;
}

describe("hideFields", () => {
  it("leaves a group out when the reader sees none of its fields, its labels included", () => {
    expect(hide([row("name"), group(row("label"), row("pay", "bonus"))], "pay", "bonus")).toEqual([row("name")]);
  });

  it("leaves a group out when the last of its fields is hidden in a single record", () => {
    const first = hide([group(row("pay"), row("bonus"))], "pay");
    expect(first).toEqual([group(row("bonus"))]);
    expect(hide(first, "bonus")).toEqual([]);
  });

  it("keeps a group of which something is left, and one that never held a field", () => {
    expect(hide([group(row("label"), row("pay", "bonus"))], "pay")).toEqual([group(row("label"), row("bonus"))]);
    expect(hide([group(row("label"))], "pay")).toEqual([group(row("label"))]);
  });
});
