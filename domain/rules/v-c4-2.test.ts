import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildAction, buildKpi, buildKpiValue } from "./build-record.ts";
import type { Kpi, KpiValue } from "./rule.ts";
import { valuesAreNumbers } from "./v-c4-2.ts";

const context = { today: toCalendarDate(2026, 11, 22), related: {} };
const judgeKpi = (changes: Partial<Kpi>) => valuesAreNumbers.judges.kpi?.(buildKpi(changes), context);
const judgeValue = (changes: Partial<KpiValue>) => valuesAreNumbers.judges.kpi_value?.(buildKpiValue(changes), context);

describe("V-C4-2", () => {
  it.each(["41.1", "４１．１", "0", "100", ""])("accepts %j as a percentage", (actual_value) => {
    expect(judgeValue({ actual_value })).toEqual([]);
  });

  it.each(["1,234", "１，２３４", "▲12.5"])("accepts %j as a number of people", (actual_value) => {
    expect(judgeValue({ actual_value, unit: "人" })).toEqual([]);
  });

  it.each(["41.1%", "約50", "五十", "12,34", "#INVALID!"])(
    "stops %j at the field and shows what was typed",
    (typed) => {
      const found = judgeValue({ actual_value: typed });
      expect(found).toMatchObject([{ path: { field: "actual_value" }, blocksSave: true }]);
      expect(found?.[0]?.message.ja).toMatch(/^数字だけを入れてください。単位や「約」は付けません。/u);
      expect(found?.[0]?.message.ja).toContain(typed);
    },
  );

  it("stops more than 100 %, unless the indicator may exceed it", () => {
    const found = judgeValue({ actual_value: "１０３．５" });
    expect(found?.[0]?.message.ja).toContain("103.5%は100をこえています");
    expect(found?.[0]?.blocksSave).not.toBe(true);
    expect(judgeValue({ actual_value: "103.5", may_exceed_100: ["100を超えることがある"] })).toEqual([]);
    expect(judgeValue({ actual_value: "103.5", unit: "件" })).toEqual([]);
    expect(judgeValue({ forecast_value: "120", target_fy_value: "130" })).toHaveLength(2);
  });

  it("stops a difference typed as a percentage", () => {
    expect(judgeValue({ actual_value: "▲8.9" })?.[0]?.message.ja).toContain("「ポイント」の指標");
    expect(judgeValue({ actual_value: "▲8.9", unit: "ポイント" })).toEqual([]);
  });

  it("judges the definition of an indicator likewise", () => {
    expect(judgeKpi({ target_value: "150" })).toMatchObject([{ path: { field: "target_value" } }]);
    expect(judgeKpi({ target_value: "150", may_exceed_100: ["100を超えることがある"] })).toEqual([]);
    expect(judgeKpi({ base_value: "４０人" })).toMatchObject([{ path: { field: "base_value" }, blocksSave: true }]);
  });

  it("finds text in the number columns of an action's tables", () => {
    const cost = { id: null, c_fy: "2026", c_kind: "初期", c_settled: "", c_fund: "一般", c_fund_name: "" } as const;
    const action = buildAction({
      costs: [
        { ...cost, c_budget: "1,200" },
        { ...cost, c_budget: "1,200千円" },
      ],
    });
    expect(valuesAreNumbers.judges.action?.(action, context)).toMatchObject([
      { path: { table: "costs", row: 1, field: "c_budget" } },
    ]);
  });
});
