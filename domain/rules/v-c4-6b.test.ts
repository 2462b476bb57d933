import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildKpiValue } from "./build-record.ts";
import type { KpiValue } from "./rule.ts";
import { blankIsNotZero } from "./v-c4-6b.ts";

function judge(changes: Partial<KpiValue>) {
  return blankIsNotZero.judges.kpi_value?.(buildKpiValue(changes), {
    today: toCalendarDate(2026, 11, 22),
    related: {},
  });
}

describe("V-C4-6b", () => {
  it("wants to know why there is no value", () => {
    expect(judge({ actual_value: "", data_status: "" })).toMatchObject([{ path: { field: "data_status" } }]);
    expect(judge({ actual_value: "\u3000", data_status: "" })).toHaveLength(1);
    expect(judge({ actual_value: "", data_status: "集計中" })).toEqual([]);
  });

  it.each(["0", "０", "0.0", "▲0"])("wants a tick for %s", (actual_value) => {
    expect(judge({ actual_value })).toMatchObject([{ path: { field: "actual_value" } }]);
    expect(judge({ actual_value, zero_confirmed: ["0で正しい"] })).toEqual([]);
  });

  it("is content with a value", () => {
    expect(judge({ actual_value: "41.1", data_status: "" })).toEqual([]);
    expect(judge({ actual_value: "0.1" })).toEqual([]);
  });
});
