import { type CalendarDate, fromEpochDay, toEpochDay } from "../../../domain/calendar-date.ts";
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart } from "../../../domain/fiscal-year.ts";
import { findLateness } from "../../../domain/schedule/lateness.ts";
import { type Phase, currentInterval } from "../../../domain/schedule/phase.ts";
import { listMonthStarts } from "./scale.ts";
import type { Action, Initiative, PlanData, SubItem } from "./plan-data.ts";

/** One 事業 for a phone: what it does in this quarter, how late it is, and the year as a strip. */
export type MobileCard = {
  readonly action: Action;
  readonly initiative: Initiative | null;
  readonly subItem: SubItem | null;
  readonly inQuarter: readonly Phase[];
  readonly late: readonly { readonly phase: Phase; readonly days: number }[];
  readonly strip: readonly StripPart[];
};

/** A part of the fiscal year in percent of its length. */
type StripPart = { readonly phase: Phase; readonly left: number; readonly width: number };

/** The cards in the order of the plan. */
export function buildMobileCards(data: PlanData, today: CalendarDate): MobileCard[] {
  const quarter = findQuarter(today);
  const subItems = new Map(data.subItems.map((subItem) => [subItem.subItemId, subItem]));
  const initiatives = new Map(data.initiatives.map((initiative) => [initiative.initiativeId, initiative]));
  const order = new Map(listInOrder(data).map((subItem, index) => [subItem.subItemId, index]));
  const placeOf = (action: Action): number => order.get(action.subItemId) ?? order.size;
  return data.actions
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((action) => {
      const subItem = subItems.get(action.subItemId) ?? null;
      return {
        action,
        subItem,
        initiative: subItem === null ? null : (initiatives.get(subItem.initiativeId) ?? null),
        inQuarter: action.phases.filter((phase) => phase.state !== "中止" && lies(phase, quarter)),
        late: action.phases.flatMap((phase) => {
          const lateness = findLateness(phase, today);
          return lateness === null ? [] : [{ phase, days: lateness.days }];
        }),
        strip: buildStrip(action.phases, today),
      };
    });
}

/** The items of the plan in its order: 重点, 強化, 追加, then by number. */
export function listInOrder(data: PlanData): SubItem[] {
  const groups = ["重点", "強化", "追加", ""];
  const initiatives = data.initiatives.toSorted(
    (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.no - b.no,
  );
  return initiatives.flatMap((initiative) =>
    data.subItems.filter((subItem) => subItem.initiativeId === initiative.initiativeId).toSorted((a, b) => a.no - b.no),
  );
}

/** Where today lies in its fiscal year, in percent. */
export function todayInYear(today: CalendarDate): number {
  const { first, length } = yearOf(today);
  return ((toEpochDay(today) - first) / length) * 100;
}

function buildStrip(phases: readonly Phase[], today: CalendarDate): StripPart[] {
  const { first, length } = yearOf(today);
  return phases.flatMap((phase) => {
    const interval = currentInterval(phase);
    if (interval === null) {
      return [];
    }
    const from = Math.max(0, toEpochDay(interval.from) - first);
    const end = Math.min(length, toEpochDay(interval.to) + 1 - first);
    return end <= from ? [] : [{ phase, left: (from / length) * 100, width: ((end - from) / length) * 100 }];
  });
}

function yearOf(today: CalendarDate): { first: number; length: number } {
  const year = fiscalYearOf(today);
  const first = toEpochDay(fiscalYearStart(year));
  return { first, length: toEpochDay(fiscalYearEnd(year)) + 1 - first };
}

type Quarter = { readonly from: CalendarDate; readonly to: CalendarDate };

function findQuarter(today: CalendarDate): Quarter {
  const year = fiscalYearOf(today);
  const starts = listMonthStarts(toEpochDay(fiscalYearStart(year)), toEpochDay(fiscalYearEnd(year)) + 1)
    .filter(({ month }) => month % 3 === 1)
    .map(({ day }) => day);
  const day = toEpochDay(today);
  const index = starts.findLastIndex((start) => start <= day);
  const next = starts[index + 1] ?? toEpochDay(fiscalYearEnd(year)) + 1;
  return { from: fromEpochDay(starts[index] ?? day), to: fromEpochDay(next - 1) };
}

function lies(phase: Phase, quarter: Quarter): boolean {
  const interval = currentInterval(phase);
  return interval !== null && interval.from <= quarter.to && interval.to >= quarter.from;
}
