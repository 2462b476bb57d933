import { normalizeNumber } from "../normalize-number.ts";
import type { KpiValue } from "./rule.ts";

/** The key that keeps one value per indicator, fiscal year and number: "K-001:2025:1"; null while a part is missing. */
export function toKpiValueKey({ kpi_id, fy, seq }: Pick<KpiValue, "kpi_id" | "fy" | "seq">): string | null {
  const [year, number] = [normalizeNumber(fy), normalizeNumber(seq)];
  return kpi_id === "" || year === null || number === null ? null : `${kpi_id}:${year}:${number}`;
}
