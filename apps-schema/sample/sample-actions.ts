import type { action } from "../apps/action.ts";
import type { RecordOf } from "../schema/record-of.ts";
import { buildSamplePhases } from "./build-sample-phases.ts";
import type { SampleAction } from "./sample-action.ts";
import { sampleActionsJ1ToJ4 } from "./sample-actions-j1-j4.ts";
import { sampleActionsJ5ToJ6 } from "./sample-actions-j5-j6.ts";
import { sampleActionsJ7ToJ8 } from "./sample-actions-j7-j8.ts";
import { sampleActionsKToT } from "./sample-actions-k-t.ts";
import { toSampleDeptCode } from "./sample-depts.ts";
import { sampleKpis } from "./sample-kpis.ts";

type Action = RecordOf<typeof action>;

const currentFiscalYear = 2026;

/** Gives one project for each of the plan's 52 items, in the plan's order, A-001 to A-052. */
export function sampleActions(): Partial<Action>[] {
  return [...sampleActionsJ1ToJ4, ...sampleActionsJ5ToJ6, ...sampleActionsJ7ToJ8, ...sampleActionsKToT].map(
    (sample, index) => toAction(sample, index + 1),
  );
}

function toAction(sample: SampleAction, number: number): Partial<Action> {
  const { kpis = [], goal, schedule } = sample;
  return {
    action_id: `A-${String(number).padStart(3, "0")}`,
    action_name: sample.name,
    sub_item_id: sample.item,
    dept_code: sample.dept === "" ? "" : toSampleDeptCode(sample.dept),
    target_who: sample.who,
    current_problem: sample.problem,
    means_kind: sample.means,
    activity: sample.activity,
    stop_doing: sample.stop ?? "",
    alt_channel: sample.alternatives ?? [],
    ideal_state: sample.ideal,
    issue_ids: sample.issues,
    pillar: sample.pillars,
    kpi_links: kpis.map((id) => ({ id: null, kpi_id: id, kpi_name_copy: kpiNames.get(id) ?? "" })),
    phases: schedule === undefined ? [] : buildSamplePhases(schedule, number),
    fy_goals: goal === undefined ? [] : [{ id: null, fg_fy: String(currentFiscalYear), fg_text: goal }],
    costs: toCosts(sample),
    direction_next: schedule?.stopped === undefined ? "" : "終了",
    joint_check: sample.joint ?? "",
    note_internal: "見本の記録です。本当の計画ではありません。",
  };
}

const kpiNames = new Map(sampleKpis().map(({ kpi_id, kpi_name }) => [kpi_id, kpi_name]));

function toCosts({ cost }: SampleAction): Action["costs"] {
  if (cost === undefined) {
    return [];
  }
  const [year, initial, running] = cost;
  const row = { id: null, c_settled: "", c_fund: "一般", c_fund_name: "" } as const;
  return [
    { ...row, c_fy: String(year), c_kind: "初期", c_budget: String(initial) },
    { ...row, c_fy: String(year + 1), c_kind: "運用", c_budget: String(running) },
    { ...row, c_fy: String(year + 2), c_kind: "運用", c_budget: String(running) },
  ];
}
