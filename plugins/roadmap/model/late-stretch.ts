import { type CalendarDate, addDays } from "../../../domain/calendar-date.ts";
import { findLateness, isLate } from "../../../domain/schedule/lateness.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import type { Action } from "./plan-data.ts";

/** The days that are hatched: behind the plan until today, or until the late end of what is finished. */
export type LateStretch = {
  readonly kind: "not-started" | "not-finished" | "finished-late";
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

export function findLateStretch(phase: Phase, today: CalendarDate): LateStretch | null {
  const lateness = findLateness(phase, today);
  if (lateness !== null) {
    const from = lateness.kind === "not-finished" ? addDays(lateness.since, 1) : lateness.since;
    return { kind: lateness.kind, from, to: today };
  }
  const { current, actual, state } = phase;
  return state !== "中止" && current.to !== null && actual.to !== null && actual.to > current.to
    ? { kind: "finished-late", from: addDays(current.to, 1), to: actual.to }
    : null;
}

/** Whether any phase of the action is late today. */
export function isLateAction(action: Action, today: CalendarDate): boolean {
  return action.phases.some((phase) => isLate(phase, today));
}
