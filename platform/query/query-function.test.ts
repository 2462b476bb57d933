import { describe, expect, it } from "vitest";
import type { QueryContext } from "./query-context.ts";
import { toTimeRange } from "./query-function.ts";

/** Thursday 2026-12-31, 23:30 in Tokyo. */
const now = new Date("2026-12-31T14:30:00Z");

function range(name: string, args: readonly string[] = [], kind: "date" | "datetime" = "date", at = now): unknown {
  const context: QueryContext = {
    fields: new Map(),
    firstStatus: "",
    loginUser: "admin",
    primaryOrganization: null,
    now: at,
    timezone: "Asia/Tokyo",
    isKnown: () => true,
  };
  const { start, end } = toTimeRange({ kind: "function", name, args }, kind, context);
  return [start, end];
}

describe("time functions", () => {
  it.each<[string, readonly string[], string, string]>([
    ["TODAY", [], "2026-12-31", "2027-01-01"],
    ["YESTERDAY", [], "2026-12-30", "2026-12-31"],
    ["TOMORROW", [], "2027-01-01", "2027-01-02"],
    ["FROM_TODAY", ["1", "DAYS"], "2027-01-01", "2027-01-02"],
    ["FROM_TODAY", ["-2", "WEEKS"], "2026-12-17", "2026-12-18"],
    ["FROM_TODAY", ["2", "MONTHS"], "2027-02-28", "2027-03-01"],
    ["FROM_TODAY", ["-1", "YEARS"], "2025-12-31", "2026-01-01"],
    ["THIS_WEEK", [], "2026-12-27", "2027-01-03"],
    ["LAST_WEEK", ["SUNDAY"], "2026-12-20", "2026-12-21"],
    ["NEXT_WEEK", ["SATURDAY"], "2027-01-09", "2027-01-10"],
    ["THIS_MONTH", [], "2026-12-01", "2027-01-01"],
    ["NEXT_MONTH", ["LAST"], "2027-01-31", "2027-02-01"],
    ["LAST_MONTH", ["31"], "2026-12-01", "2026-12-02"],
    ["THIS_MONTH", ["5"], "2026-12-05", "2026-12-06"],
    ["THIS_YEAR", [], "2026-01-01", "2027-01-01"],
    ["NEXT_YEAR", [], "2027-01-01", "2028-01-01"],
  ])("%s(%s) is the days from %s to before %s", (name, args, start, end) => {
    expect(range(name, args)).toEqual([start, end]);
  });

  it("begins the day at midnight in the user's zone", () => {
    expect(range("TODAY", [], "datetime")).toEqual(["2026-12-30T15:00:00Z", "2026-12-31T15:00:00Z"]);
    expect(range("TODAY", [], "datetime", new Date("2026-12-31T15:00:00Z"))).toEqual([
      "2026-12-31T15:00:00Z",
      "2027-01-01T15:00:00Z",
    ]);
  });

  it("takes NOW() as the current minute", () => {
    expect(range("NOW", [], "datetime")).toEqual(["2026-12-31T14:30:00Z", "2026-12-31T14:31:00Z"]);
  });

  it.each<[string, readonly string[], string]>([
    ["FROM_TODAY", ["1"], "GAIA_IL08"],
    ["TODAY", ["1"], "GAIA_IL08"],
    ["FROM_TODAY", ["1", "HOURS"], "GAIA_IQ25"],
    ["THIS_MONTH", ["32"], "GAIA_IQ23"],
    ["THIS_MONTH", ["0"], "GAIA_IQ23"],
    ["THIS_WEEK", ["HOLIDAY"], "CB_VA01"],
    ["FROM_TODAY", ["999999", "YEARS"], "CB_VA01"],
  ])("refuses %s(%s) with %s", (name, args, code) => {
    expect(() => range(name, args)).toThrow(expect.objectContaining({ code }));
  });
});
