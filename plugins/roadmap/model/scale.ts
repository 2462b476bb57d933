import { fromEpochDay, toEpochDay, toYearMonthDay } from "../../../domain/calendar-date.ts";
import { type FiscalYear, fiscalYearEnd, fiscalYearStart } from "../../../domain/fiscal-year.ts";

/** A straight line from days to pixels; days count from 1970-01-01, `endDay` is the day after the last one drawn. */
export type Scale = {
  readonly firstDay: number;
  readonly endDay: number;
  readonly pxPerDay: number;
  readonly width: number;
};

/** The scale from 1 April of `from` to 31 March after `to`. */
export function createScale(from: FiscalYear, to: FiscalYear, pxPerDay: number): Scale {
  const firstDay = toEpochDay(fiscalYearStart(from));
  const endDay = toEpochDay(fiscalYearEnd(to)) + 1;
  return { firstDay, endDay, pxPerDay, width: Math.round((endDay - firstDay) * pxPerDay) };
}

/** The left edge of a day in pixels; negative before the scale begins. */
export function dayToX(scale: Scale, day: number): number {
  return (day - scale.firstDay) * scale.pxPerDay;
}

/** The day that lies under a pixel. */
export function xToDay(scale: Scale, x: number): number {
  // The addend swallows what multiplying and dividing by the same factor loses; it is far below one day.
  return scale.firstDay + Math.floor(x / scale.pxPerDay + 1e-6);
}

/** The first days of the months from `firstDay` until before `endDay`, both being first days of months. */
export function listMonthStarts(firstDay: number, endDay: number): { day: number; year: number; month: number }[] {
  const starts: { day: number; year: number; month: number }[] = [];
  for (let day = firstDay; day < endDay;) {
    const { year, month } = toYearMonthDay(fromEpochDay(day));
    starts.push({ day, year, month });
    day += daysOfMonthAt(day);
  }
  return starts;
}

function daysOfMonthAt(day: number): number {
  const { month } = toYearMonthDay(fromEpochDay(day));
  let length = 28;
  while (toYearMonthDay(fromEpochDay(day + length)).month === month) {
    length += 1;
  }
  return length;
}
