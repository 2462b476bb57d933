import { action } from "../../apps-schema/apps/action.ts";
import { kpiValue } from "../../apps-schema/apps/kpi-value.ts";
import { kpi } from "../../apps-schema/apps/kpi.ts";
import { parseRecord } from "../../apps-schema/record/parse-record.ts";
import type { PhaseRow } from "../schedule/phase.ts";
import type { Action, Kpi, KpiValue } from "./rule.ts";

/** An action that no rule objects to once an outcome indicator is linked, with what the test changes. */
export function buildAction(changes: Partial<Action> = {}): Action {
  return {
    ...parseRecord(action, {}).record,
    action_id: "A-001",
    target_who: ["高齢者"],
    alt_channel: ["窓口"],
    means_kind: ["改善"],
    ideal_state: "申請のために役場へ行く回数が減る。",
    ...changes,
  };
}

/** A percentage that should rise from 40 to 60, with what the test changes. */
export function buildKpi(changes: Partial<Kpi> = {}): Kpi {
  return {
    ...parseRecord(kpi, {}).record,
    kpi_id: "K-001",
    unit: "%",
    direction: "増やす",
    base_value: "40",
    target_value: "60",
    ...changes,
  };
}

/** A measured percentage of fiscal year 2025, with what the test changes. */
export function buildKpiValue(changes: Partial<KpiValue> = {}): KpiValue {
  return {
    ...parseRecord(kpiValue, {}).record,
    kpi_id: "K-001",
    fy: "2025",
    seq: "1",
    kpi_fy_key: "K-001:2025:1",
    unit: "%",
    direction: "増やす",
    actual_value: "41.1",
    data_status: "確定",
    ...changes,
  };
}

/** A row of the 工程 table with the current plan only. */
export function buildPhaseRow(
  kind: PhaseRow["ph_kind"],
  from: string,
  to: string,
  changes: Partial<PhaseRow> = {},
): PhaseRow {
  return {
    id: null,
    ph_kind: kind,
    ph_state: "予定",
    ph_from: from,
    ph_to: to,
    ph_first_from: "",
    ph_first_to: "",
    ph_actual_from: "",
    ph_actual_to: "",
    ph_milestone: "",
    ph_milestone_on: "",
    ph_note: "",
    ...changes,
  };
}
