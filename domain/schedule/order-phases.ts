import { addDays, addMonths, type CalendarDate, compareDates } from "../calendar-date.ts";
import { type Interval, intervalsOverlap } from "./interval.ts";
import { currentInterval, orderOfKind, type Phase } from "./phase.ts";

export type PlacedPhase = { readonly index: number; readonly phase: Phase; readonly interval: Interval };

/** The phases that have a complete current plan and are not 中止, by their first day; `index` is the row's. */
export function placePhases(phases: readonly Phase[]): PlacedPhase[] {
  return phases
    .flatMap((phase, index) => {
      const interval = phase.state === "中止" ? null : currentInterval(phase);
      return interval ? [{ index, phase, interval }] : [];
    })
    .toSorted((a, b) => compareDates(a.interval.from, b.interval.from) || a.index - b.index);
}

/** Pairs of phases that have days in common, the earlier one first. */
export function findOverlaps(placed: readonly PlacedPhase[]): { earlier: PlacedPhase; later: PlacedPhase }[] {
  return placed.flatMap((earlier, position) =>
    placed
      .slice(position + 1)
      .filter((later) => intervalsOverlap(earlier.interval, later.interval))
      .map((later) => ({ earlier, later })),
  );
}

/** Phases whose kind belongs before the kind of one that starts earlier (検討→準備→実施→運用; skipping is fine). */
export function findWrongOrder(placed: readonly PlacedPhase[]): { earlier: PlacedPhase; later: PlacedPhase }[] {
  const wrong: { earlier: PlacedPhase; later: PlacedPhase }[] = [];
  let furthest: { placed: PlacedPhase; order: number } | null = null;
  for (const later of placed) {
    const order = orderOfKind(later.phase.kind);
    if (order === null) {
      continue;
    }
    if (furthest && order < furthest.order) {
      wrong.push({ earlier: furthest.placed, later });
    } else {
      furthest = { placed: later, order };
    }
  }
  return wrong;
}

/** Stretches of more than `months` months in which no phase lies, with the phase that ends the gap. */
export function findGaps(
  placed: readonly PlacedPhase[],
  months: number,
): { from: CalendarDate; to: CalendarDate; later: PlacedPhase }[] {
  return placed.slice(1).flatMap((later, position) => {
    const ends = placed.slice(0, position + 1).map(({ interval }) => interval.to);
    const from = addDays(ends.toSorted(compareDates).at(-1) ?? later.interval.from, 1);
    const to = addDays(later.interval.from, -1);
    return addMonths(from, months) < later.interval.from ? [{ from, to, later }] : [];
  });
}
