import { describe, expect, it } from "vitest";
import { formatDay, isDay } from "./calendar.ts";

describe("isDay", () => {
  it.each(["2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "2026-02-29", "2026-2-1", "abc", ""])(
    "refuses %j without falling over it",
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it.each(["2026-12-31", "2028-02-29", "0001-01-01", "9999-12-31"])("takes %j", (text) => {
    expect(isDay(text)).toBe(true);
  });
});

describe("formatDay", () => {
  it("is empty for numbers that are no day", () => {
    expect([Number.NaN, Infinity, 1e12].map(formatDay)).toEqual(["", "", ""]);
  });
});
