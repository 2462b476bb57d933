import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildKpiValue } from "./build-record.ts";
import type { KpiValue } from "./rule.ts";
import { ratioAgrees } from "./v-c4-8.ts";

function judge(changes: Partial<KpiValue>) {
  return ratioAgrees.judges.kpi_value?.(buildKpiValue(changes), { today: toCalendarDate(2026, 11, 22), related: {} });
}

describe("V-C4-8", () => {
  it.each([
    ["1,234", "3,000", "41.1"],
    ["1", "3", "33.3"],
    ["411", "1000", "41.2"],
    ["411", "1000", "41.0"],
    ["０", "100", "0"],
  ])("accepts %s ÷ %s as %s %%", (numerator, denominator, actual_value) => {
    expect(judge({ numerator, denominator, actual_value })).toEqual([]);
  });

  it("stops a difference of more than 0.1 points and shows both", () => {
    const found = judge({ numerator: "411", denominator: "1000", actual_value: "41.21" });
    expect(found).toMatchObject([{ path: { field: "actual_value" } }]);
    expect(found?.[0]?.message.ja).toContain("分子÷分母は41.1%です。入力は41.21%です。");
    expect(judge({ numerator: "411", denominator: "1000", actual_value: "40.99" })).toHaveLength(1);
  });

  it("stops a zero denominator, whatever the unit", () => {
    expect(judge({ numerator: "1", denominator: "０" })).toMatchObject([{ path: { field: "denominator" } }]);
    expect(judge({ numerator: "1", denominator: "0", unit: "点" })).toHaveLength(1);
  });

  it("stops a numerator above the denominator unless the indicator may exceed 100", () => {
    const swapped = { numerator: "3000", denominator: "1234", actual_value: "" };
    expect(judge(swapped)).toMatchObject([{ path: { field: "numerator" } }]);
    expect(judge({ ...swapped, may_exceed_100: ["100を超えることがある"] })).toEqual([]);
    expect(judge({ ...swapped, unit: "回" })).toEqual([]);
  });

  it("waits until both are there", () => {
    expect(judge({ numerator: "411", denominator: "" })).toEqual([]);
    expect(judge({ numerator: "", denominator: "1000" })).toEqual([]);
  });

  it("accepts every ratio rounded to a tenth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (denominator, part) => {
        const numerator = part % (denominator + 1);
        const typed = ((numerator / denominator) * 100).toFixed(1);
        expect(judge({ numerator: String(numerator), denominator: String(denominator), actual_value: typed })).toEqual(
          [],
        );
      }),
    );
  });
});
