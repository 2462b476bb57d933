import type { kpi } from "../apps/kpi.ts";
import type { kpiValue } from "../apps/kpi-value.ts";
import type { RecordOf } from "../schema/record-of.ts";
import plan from "./goka-dx-plan-v5.json" with { type: "json" };

type Kpi = Partial<RecordOf<typeof kpi>>;
type KpiValue = Partial<RecordOf<typeof kpiValue>>;

const kpiId = "K-001";

/**
 * Gives the plan's only series of numbers. The plan says 見込み, not 目標, so there is no target; it names no point in
 * time for a base, no denominator, no section and no level, so these stay empty. 国勢調査 is taken every five years.
 */
export function kpiRecords(): Kpi[] {
  const { kpi_table } = plan.period;
  const actual = kpi_table.points.find(({ kind }) => kind === "実績");
  return [
    {
      kpi_id: kpiId,
      kpi_name: kpi_table.indicator_verbatim,
      unit: "%",
      direction: "増やす",
      base_value: actual === undefined ? "" : String(actual.value),
      target_nature: "見込み",
      source_name: "国勢調査",
      frequency: "5年",
    },
  ];
}

/**
 * Gives its four values. 2030, 2035 and 2040 are years in which the census is taken, so their state is 未測定 (not
 * measured yet) and not 測定対象外年度. Whether 2025 is 確定 or 速報 the plan does not say.
 */
export function kpiValueRecords(): KpiValue[] {
  return plan.period.kpi_table.points.map(({ year, kind, value }) => {
    const known = { kpi_fy_key: `${kpiId}:${year}:1`, kpi_id: kpiId, fy: String(year), seq: "1" };
    return kind === "実績"
      ? { ...known, actual_value: String(value) }
      : { ...known, forecast_value: String(value), data_status: "未測定" };
  });
}
