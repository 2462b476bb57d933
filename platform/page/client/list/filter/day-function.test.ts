import { describe, expect, it } from "vitest";
import { formatDayFunction, listDayFunctions, parseDayFunction, startDayFunction } from "./day-function.ts";

describe("functions of days in the filter panel", () => {
  it.each([
    ["TODAY()", { name: "TODAY", args: [] }],
    ["from_today(-3,weeks)", { name: "FROM_TODAY", args: ["-3", "WEEKS"] }],
    ["THIS_WEEK(MONDAY)", { name: "THIS_WEEK", args: ["MONDAY"] }],
    ["LAST_MONTH(LAST)", { name: "LAST_MONTH", args: ["LAST"] }],
    ["NEXT_MONTH(31)", { name: "NEXT_MONTH", args: ["31"] }],
  ])("reads %s", (text, parsed) => {
    expect(parseDayFunction(text)).toStrictEqual(parsed);
  });

  it.each(["THIS_MONTH(32)", "THIS_WEEK(HOLIDAY)", "FROM_TODAY(1)", "FROM_TODAY(1, HOURS)", "TODAY(1)", "LOGINUSER()"])(
    "leaves %s as it is written",
    (text) => {
      expect(parseDayFunction(text)).toBeNull();
    },
  );

  it("writes each function that it offers so that it reads it again", () => {
    for (const started of listDayFunctions(true).map(startDayFunction)) {
      expect(parseDayFunction(formatDayFunction(started))).toStrictEqual(started);
    }
  });

  it("offers the present moment only where values are moments", () => {
    expect(listDayFunctions(true)).toContain("NOW");
    expect(listDayFunctions(false)).not.toContain("NOW");
  });
});
