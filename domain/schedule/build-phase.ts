import { type CalendarDate, parseCalendarDate } from "../calendar-date.ts";
import type { Phase, PhaseKind } from "./phase.ts";

/** A planned phase with these days as its current plan and nothing else filled in; what is not a day stays empty. */
export function buildPhase(kind: PhaseKind, from: string, to: string, rest: Partial<Phase> = {}): Phase {
  const current: { from: CalendarDate | null; to: CalendarDate | null } = {
    from: parseCalendarDate(from),
    to: parseCalendarDate(to),
  };
  return {
    id: null,
    kind,
    state: "予定",
    first: { from: null, to: null },
    current,
    actual: { from: null, to: null },
    milestone: "",
    milestoneOn: null,
    note: "",
    ...rest,
  };
}
