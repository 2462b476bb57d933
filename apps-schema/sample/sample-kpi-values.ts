import type { kpiValue } from "../apps/kpi-value.ts";
import type { RecordOf } from "../schema/record-of.ts";
import { sampleKpis } from "./sample-kpis.ts";

type KpiValue = Partial<RecordOf<typeof kpiValue>>;

/** Gives last year's values of the sample indicators, and one that is still to be entered. */
export function sampleKpiValues(): KpiValue[] {
  const names = new Map(sampleKpis().map(({ kpi_id, kpi_name }) => [kpi_id, kpi_name]));
  return values.map((value) => ({
    seq: "1",
    note_internal: "見本の記録です。本当の値ではありません。",
    ...value,
    kpi_fy_key: `${value.kpi_id}:${value.fy}:1`,
    kpi_name: names.get(value.kpi_id) ?? "",
  }));
}

const lastYear = { fy: "2025", due_on: "2026-05-29" } as const;

const values = [
  { ...lastYear, kpi_id: "K-901", actual_value: "15", target_fy_value: "16", data_status: "確定" },
  {
    ...lastYear,
    kpi_id: "K-902",
    actual_value: "17",
    numerator: "340",
    denominator: "2000",
    target_fy_value: "20",
    data_status: "確定",
  },
  { ...lastYear, kpi_id: "K-903", actual_value: "30", target_fy_value: "31", data_status: "確定" },
  { ...lastYear, kpi_id: "K-904", actual_value: "52", target_fy_value: "60", data_status: "速報" },
  { fy: "2026", kpi_id: "K-901", target_fy_value: "13", due_on: "2027-05-31" },
] as const;
