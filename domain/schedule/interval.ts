import { addDays, addMonths, type CalendarDate, daysBetween, daysInMonth, toYearMonthDay } from "../calendar-date.ts";

/** Days from `from` to `to`, both included; `from` ≤ `to`. */
export type Interval = { readonly from: CalendarDate; readonly to: CalendarDate };

/** How far to move: count is negative towards the past. */
export type Step = { readonly unit: "day" | "week" | "month"; readonly count: number };

/** The interval, or null when an end is missing or they stand the wrong way round. */
export function buildInterval(from: CalendarDate | null, to: CalendarDate | null): Interval | null {
  return from !== null && to !== null && from <= to ? { from, to } : null;
}

/** Length in days; 1 when both ends are the same day. */
export function countDays({ from, to }: Interval): number {
  return daysBetween(from, to) + 1;
}

/** Tells whether the two have a day in common. */
export function intervalsOverlap(a: Interval, b: Interval): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The day that lies a step away. */
function stepDate(date: CalendarDate, { unit, count }: Step): CalendarDate {
  return unit === "month" ? addMonths(date, count) : addDays(date, unit === "week" ? count * 7 : count);
}

/**
 * Moves both ends. Days and weeks keep the length in days. Months keep the length in months, and a period that ends with
 * a month still does: 4月1日〜9月30日, one month later, is 5月1日〜10月31日.
 */
export function moveInterval({ from, to }: Interval, step: Step): Interval {
  const movedTo = stepDate(to, step);
  const endsWithMonth = step.unit === "month" && isMonthEnd(to);
  return { from: stepDate(from, step), to: endsWithMonth ? toMonthEnd(movedTo) : movedTo };
}

/** Moves one end, not past the other one: a period keeps at least one day. */
export function resizeInterval(interval: Interval, edge: "from" | "to", step: Step): Interval {
  const { from, to } = interval;
  if (edge === "from") {
    const moved = stepDate(from, step);
    return { from: moved <= to ? moved : to, to };
  }
  const stepped = stepDate(to, step);
  const moved = step.unit === "month" && isMonthEnd(to) ? toMonthEnd(stepped) : stepped;
  return { from, to: moved >= from ? moved : from };
}

function isMonthEnd(date: CalendarDate): boolean {
  return toMonthEnd(date) === date;
}

function toMonthEnd(date: CalendarDate): CalendarDate {
  const { year, month, day } = toYearMonthDay(date);
  return addDays(date, daysInMonth(year, month) - day);
}
