import type { action } from "../../../apps-schema/apps/action.ts";
import type { RecordOf } from "../../../apps-schema/schema/record-of.ts";
import { toPhase } from "../../../domain/schedule/phase.ts";
import type { Action } from "../model/plan-data.ts";

export type ActionRecord = RecordOf<typeof action>;

/** What the road map keeps of a record of アクションプラン. */
export function toAction(record: ActionRecord): Action {
  return {
    id: record.$id ?? "",
    revision: record.$revision ?? "",
    actionId: record.action_id,
    name: record.action_name,
    subItemId: record.sub_item_id,
    deptCode: record.dept_code,
    deptName: record.dept_name,
    issueIds: record.issue_ids,
    status: record.status ?? "",
    phases: record.phases.map((row) => toPhase(row)),
  };
}
