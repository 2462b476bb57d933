import { type CalendarDate, daysBetween } from "../calendar-date.ts";
import type { DatePair, Phase } from "./phase.ts";

export type Lateness =
  | { readonly kind: "not-started"; readonly since: CalendarDate; readonly days: number }
  | { readonly kind: "not-finished"; readonly since: CalendarDate; readonly days: number };

/**
 * Why a phase is late today, or null. Late is measured against the current plan (現計画): its last day has passed
 * and the work is not done, or its first day has passed and nothing has begun. Work that is 済, 中止 or 休止 is never late.
 */
export function findLateness(phase: Phase, today: CalendarDate): Lateness | null {
  const { state, kind, current, actual } = phase;
  if (state === "済" || state === "中止" || kind === "休止" || actual.to !== null) {
    return null;
  }
  if (current.to !== null && current.to < today) {
    return { kind: "not-finished", since: current.to, days: daysBetween(current.to, today) };
  }
  const begun = actual.from !== null || state === "実施中";
  if (!begun && current.from !== null && current.from < today) {
    return { kind: "not-started", since: current.from, days: daysBetween(current.from, today) };
  }
  return null;
}

/** Tells whether a phase is late today. */
export function isLate(phase: Phase, today: CalendarDate): boolean {
  return findLateness(phase, today) !== null;
}

/** By how many days a phase ends later than another plan said (negative = earlier); null when an end is unknown. */
export function daysBehind(plan: DatePair, reality: DatePair): number | null {
  return plan.to === null || reality.to === null ? null : daysBetween(plan.to, reality.to);
}

/** Tells whether the current plan differs from the first one, where both are known. */
export function isReplanned({ first, current }: Phase): boolean {
  return differs(first.from, current.from) || differs(first.to, current.to);
}

function differs(a: CalendarDate | null, b: CalendarDate | null): boolean {
  return a !== null && b !== null && a !== b;
}
