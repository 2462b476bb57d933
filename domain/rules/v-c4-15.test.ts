import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildKpiValue } from "./build-record.ts";
import type { Related } from "./rule.ts";
import { measuredInItsYear } from "./v-c4-15.ts";

const today = toCalendarDate(2026, 11, 22);

function judge(measured_on: string, availableMonth: string | null, fy = "2025") {
  const related: Related = availableMonth === null ? {} : { kpi: { base_value: "", available_month: availableMonth } };
  return measuredInItsYear.judges.kpi_value?.(buildKpiValue({ measured_on, fy }), { today, related });
}

describe("V-C4-15", () => {
  it("stops a day that has not come yet", () => {
    expect(judge("2026-11-22", "", "2026")).toEqual([]);
    expect(judge("2026-11-23", "", "2026")?.[0]?.message.ja).toContain("今日（令和8年11月22日）より先");
  });

  it.each([
    ["2025-04-01", ""],
    ["2026-03-31", ""],
    ["2026-06-30", ""],
    ["2026-07-31", "7"],
    ["2026-04-30", "4"],
    ["2024-12-01", "7"],
    ["", ""],
  ])("accepts %j for fiscal year 2025 when the value appears in month %j", (day, month) => {
    expect(judge(day, month)).toEqual([]);
  });

  it.each([
    ["2026-07-01", ""],
    ["2026-08-01", "7"],
    ["2026-05-01", "4"],
    ["2024-11-30", "7"],
    ["2023-10-01", ""],
  ])("stops %j for fiscal year 2025 when the value appears in month %j", (day, month) => {
    const found = judge(day, month);
    expect(found).toMatchObject([{ path: { field: "measured_on" } }]);
    expect(found?.[0]?.message.ja).toContain("令和7年度(2025)の値なら");
  });

  it("judges only what is wrong for every indicator while its definition is unknown", () => {
    expect(judge("2026-10-01", null)).toEqual([]);
    expect(judge("2023-10-01", null)).toHaveLength(1);
  });

  it.each(["", "9998"])("leaves the year %j to the rule for keys", (fy) => {
    expect(judge("2020-01-01", null, fy)).toEqual([]);
  });
});
