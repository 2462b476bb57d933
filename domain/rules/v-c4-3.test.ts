import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildKpi, buildKpiValue } from "./build-record.ts";
import type { Kpi } from "./rule.ts";
import { targetLiesAhead } from "./v-c4-3.ts";

const today = toCalendarDate(2026, 11, 22);
const judge = (changes: Partial<Kpi>) => targetLiesAhead.judges.kpi?.(buildKpi(changes), { today, related: {} });

describe("V-C4-3", () => {
  it("stops a target on the wrong side of the base", () => {
    const found = judge({ base_value: "41.1", target_value: "３０" });
    expect(found).toMatchObject([{ path: { field: "target_value" } }]);
    expect(found?.[0]?.message.ja).toContain("『増やす』指標なのに目標（30）が基準（41.1）より小さく");
    expect(judge({ direction: "減らす", base_value: "60", target_value: "90" })?.[0]?.message.ja).toContain(
      "『減らす』",
    );
  });

  it("accepts the right side, an equal value, a blank and other directions", () => {
    expect(judge({ base_value: "41.1", target_value: "50" })).toEqual([]);
    expect(judge({ direction: "減らす", base_value: "60", target_value: "30" })).toEqual([]);
    expect(judge({ base_value: "50", target_value: "50" })).toEqual([]);
    expect(judge({ base_value: "", target_value: "50" })).toEqual([]);
    expect(judge({ direction: "できたか(はい・いいえ)", base_value: "1", target_value: "0" })).toEqual([]);
    expect(judge({ direction: "", base_value: "1", target_value: "0" })).toEqual([]);
  });

  it("compares as numbers, not as text", () => {
    expect(judge({ base_value: "9", target_value: "10" })).toEqual([]);
  });

  it("stops an empty or inverted range to keep", () => {
    const range = { direction: "保つ(範囲)", range_max: "20" } as const;
    expect(judge({ ...range, range_min: "20" })).toMatchObject([{ path: { field: "range_min" } }]);
    expect(judge({ ...range, range_min: "30" })).toHaveLength(1);
    expect(judge({ ...range, range_min: "10" })).toEqual([]);
    expect(judge({ ...range, range_min: "" })).toEqual([]);
  });

  it("judges the target of a year against the base of its indicator", () => {
    const value = buildKpiValue({ target_fy_value: "30" });
    const kpi = { base_value: "41.1", available_month: "" };
    expect(targetLiesAhead.judges.kpi_value?.(value, { today, related: { kpi } })).toMatchObject([
      { path: { field: "target_fy_value" } },
    ]);
    expect(targetLiesAhead.judges.kpi_value?.(value, { today, related: {} })).toEqual([]);
  });
});
