import { describe, expect, it } from "vitest";
import { covers } from "./covers.ts";

describe("covers", () => {
  it("asks only for what is declared, with numbers and booleans as texts or not", () => {
    const observed = { label: "数量", required: "false", digit: true, maxLength: "64", unit: "", code: "n" };
    expect(covers(observed, { label: "数量", required: false, maxLength: 64 })).toBe(true);
    expect(covers(observed, { label: "量" })).toBe(false);
  });

  it("takes an empty text and an absent value as the same", () => {
    expect(covers({ filterCond: null }, { filterCond: "" })).toBe(true);
    expect(covers({}, { defaultValue: "" })).toBe(true);
  });

  it("compares lists in order and length", () => {
    expect(covers(["a", "b"], ["a", "b"])).toBe(true);
    expect(covers(["b", "a"], ["a", "b"])).toBe(false);
    expect(covers(["a", "b"], ["a"])).toBe(false);
  });

  it("ignores spaces in conditions, but not inside quotes", () => {
    const declared = { filterCond: 'group_kind in ("A", "B") and year = "2026"' };
    expect(covers({ filterCond: 'group_kind in ("A","B") and year="2026"' }, declared)).toBe(true);
    expect(covers({ filterCond: 'group_kind in ("A","B") and year="20 26"' }, declared)).toBe(false);
  });
});
