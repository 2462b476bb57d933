import type { Step } from "../../../domain/schedule/interval.ts";
import { type PhaseEdit, movePhase, resizePhase } from "../../../domain/schedule/edit-phase.ts";
import type { Action } from "./plan-data.ts";
import type { Zoom } from "./zoom.ts";

/** What is being changed: the whole bar, its beginning or its end. */
export type GestureKind = "move" | "from" | "to";

/** One keystroke or one notch of a drag: a month at 年, a week at 四半期, a day at 月. */
const units = { year: "month", quarter: "week", month: "day" } as const satisfies Record<Zoom, Step["unit"]>;

const daysPerUnit = { month: 365.25 / 12, week: 7, day: 1 } as const satisfies Record<Step["unit"], number>;

export function toStep(zoom: Zoom, count: number): Step {
  return { unit: units[zoom], count };
}

/** Whole steps in a distance of so many days, to the nearest. */
export function countSteps(days: number, zoom: Zoom): number {
  const count = Math.round(days / daysPerUnit[units[zoom]]);
  // Not -0, which would be compared as something other than "no change".
  return count === 0 ? 0 : count;
}

/** The edit that a gesture asks for, with what it would push. */
export function editByGesture(action: Action, index: number, kind: GestureKind, step: Step): PhaseEdit {
  return kind === "move" ? movePhase(action.phases, index, step) : resizePhase(action.phases, index, kind, step);
}
