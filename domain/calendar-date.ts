declare const brand: unique symbol;

/** A day of the Gregorian calendar as "YYYY-MM-DD", years 0001–9999; no time, no time zone. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/u;
const firstYear = 1;
const lastYear = 9999;
const firstEpochDay = toEpochDay(toCalendarDate(firstYear, 1, 1));
const lastEpochDay = toEpochDay(toCalendarDate(lastYear, 12, 31));

/** Returns the text as a calendar day, or null when it is not one ("2026-02-29", "2026/04/01", ""). */
export function parseCalendarDate(text: string): CalendarDate | null {
  return isCalendarDate(text) ? text : null;
}

/** Returns the day for year, month 1–12 and day 1–31; throws RangeError when there is none. */
export function toCalendarDate(year: number, month: number, day: number): CalendarDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  const date = parseCalendarDate(text);
  if (date === null) {
    throw new RangeError(`${text} is not a day between 0001-01-01 and 9999-12-31`);
  }
  return date;
}

/** The day shown by the clock of this machine at that instant, in its own time zone. */
export function toLocalCalendarDate(instant: Date): CalendarDate {
  return toCalendarDate(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
}

/** Year, month 1–12 and day of a calendar day. */
export function toYearMonthDay(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01, negative before it. */
export function toEpochDay(date: CalendarDate): number {
  const { year, month, day } = toYearMonthDay(date);
  // Years start in March, so that the leap day comes last (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link toEpochDay}; throws RangeError outside the years 0001–9999. */
export function fromEpochDay(epochDay: number): CalendarDate {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return toCalendarDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/**
 * The day `days` later (earlier when negative), at most the last day of the calendar: people type 9999-12-31 for "for
 * ever", and what comes after it must not stop a check or a drag.
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(clamp(toEpochDay(date) + days, firstEpochDay, lastEpochDay));
}

/**
 * The same day `months` later; the last day of that month where it is shorter (1月31日 + 1 = 2月28日). It stays within the
 * first and the last month of the calendar, as {@link addDays} does.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = toYearMonthDay(date);
  const index = clamp(year * 12 + (month - 1) + months, firstYear * 12, lastYear * 12 + 11);
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return toCalendarDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Days from `from` to `to`: 1 from a day to the next, 0 to itself. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Negative when `a` comes first, 0 for the same day; for `toSorted`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many days the month (1–12) of that year has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

function isCalendarDate(text: string): text is CalendarDate {
  const match = pattern.exec(text);
  if (!match) {
    return false;
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
