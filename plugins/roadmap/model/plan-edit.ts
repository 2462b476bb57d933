import type { PhaseEdit } from "../../../domain/schedule/edit-phase.ts";
import type { Interval, Step } from "../../../domain/schedule/interval.ts";
import { type Phase, currentInterval } from "../../../domain/schedule/phase.ts";
import { type GestureKind, editByGesture } from "./gesture.ts";
import { type JudgeOptions, type RuleWord, judgeChange } from "./judge-edit.ts";
import type { Action } from "./plan-data.ts";
import type { Edit, PhaseChange } from "./undo-stack.ts";

/** A gesture thought to its end: the record as it would be, what moves along, what speaks against it. */
export type EditPlan = {
  readonly edit: Edit;
  readonly dates: Interval;
  readonly action: Action;
  /** Phases that would be pushed along, as they would become. */
  readonly alsoMoves: readonly Phase[];
  /** Finished or running phases that stand in the way. */
  readonly blockedBy: readonly Phase[];
  readonly words: readonly RuleWord[];
};

/** Plans a gesture on one phase; null when the phase has no complete dates or was never saved. */
export function planEdit(
  action: Action,
  gesture: { readonly index: number; readonly kind: GestureKind; readonly step: Step },
  options: JudgeOptions,
): EditPlan | null {
  const phase = action.phases[gesture.index];
  if (phase === undefined || phase.id === null || currentInterval(phase) === null) {
    return null;
  }
  const planned = editByGesture(action, gesture.index, gesture.kind, gesture.step);
  const dates = currentInterval(planned.edited);
  if (dates === null) {
    return null;
  }
  const after = applyEdit(action.phases, gesture.index, planned);
  return {
    edit: { recordId: action.id, changes: listChanges(action.phases, after) },
    dates,
    action: { ...action, phases: after },
    alsoMoves: planned.alsoMoves.map((other) => other.phase),
    blockedBy: planned.overlapsFixed.flatMap((index) => action.phases[index] ?? []),
    words: judgeChange(action.phases, after, options),
  };
}

/** The action with an edit's new dates put in, for drawing it before the server has answered. */
export function withEdit(action: Action, edit: Edit): Action {
  const changes = new Map(edit.changes.map((change) => [change.rowId, change.after]));
  return {
    ...action,
    phases: action.phases.map((phase) => {
      const current = phase.id === null ? undefined : changes.get(phase.id);
      return current === undefined ? phase : { ...phase, current };
    }),
  };
}

function applyEdit(phases: readonly Phase[], index: number, edit: PhaseEdit): Phase[] {
  const pushed = new Map(edit.alsoMoves.map((other) => [other.index, other.phase]));
  return phases.map((phase, position) => (position === index ? edit.edited : (pushed.get(position) ?? phase)));
}

function listChanges(before: readonly Phase[], after: readonly Phase[]): PhaseChange[] {
  return before.flatMap((phase, index) => {
    const from = currentInterval(phase);
    const changed = after[index];
    const to = changed === undefined ? null : currentInterval(changed);
    const isSame = from === null || to === null || (from.from === to.from && from.to === to.to);
    return isSame || phase.id === null ? [] : [{ rowId: phase.id, before: from, after: to }];
  });
}
