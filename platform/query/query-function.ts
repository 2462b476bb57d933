import { PlatformError, invalidQuery } from "../platform-error.ts";
import { addMonths, dayAt, formatDay, formatInstant, startOfDay, toEpochDay } from "./calendar.ts";
import type { Operand } from "./query.ts";
import type { QueryContext } from "./query-context.ts";

export type FunctionCall = Extract<Operand, { readonly kind: "function" }>;

/** From `start` up to, but not including, `end`; days for DATE fields, instants for the others. */
export type TimeRange = { readonly start: string; readonly end: string };

const weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
const steps: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };

/** Whether a function gives a point or range of time. */
export function isTimeFunction(name: string): boolean {
  return /^(?:NOW|TODAY|YESTERDAY|TOMORROW|FROM_TODAY|(?:LAST|THIS|NEXT)_(?:WEEK|MONTH|YEAR))$/u.test(name);
}

/** What a time function means now, in the user's time zone (fact sheet §6.3). */
export function toTimeRange(call: FunctionCall, kind: "date" | "datetime", context: QueryContext): TimeRange {
  if (call.name === "NOW") {
    expectArguments(call, 0, 0);
    return nowRange(kind, context);
  }
  const today = dayAt(context.now, context.timezone);
  const [first, afterLast] = toDays(call, today);
  if (first === "" || afterLast === "") {
    throw invalidQuery();
  }
  return kind === "date"
    ? { start: first, end: afterLast }
    : {
        start: formatInstant(startOfDay(first, context.timezone)),
        end: formatInstant(startOfDay(afterLast, context.timezone)),
      };
}

function nowRange(kind: "date" | "datetime", { now, timezone }: QueryContext): TimeRange {
  if (kind === "date") {
    return dayRange(dayAt(now, timezone));
  }
  return { start: formatInstant(now), end: formatInstant(new Date(now.getTime() + 60_000)) };
}

function toDays(call: FunctionCall, today: string): readonly [string, string] {
  const range = toNamedDay(call, today) ?? toPeriod(call, today);
  return [range.start, range.end];
}

function toNamedDay(call: FunctionCall, today: string): TimeRange | null {
  const shift = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 }[call.name];
  if (shift !== undefined) {
    expectArguments(call, 0, 0);
    return dayRange(addDays(today, shift));
  }
  if (call.name !== "FROM_TODAY") {
    return null;
  }
  expectArguments(call, 2, 2);
  const [count = "", unit = ""] = call.args;
  const number = Number(count);
  if (!/^[+-]?\d{1,6}$/u.test(count)) {
    throw new PlatformError("GAIA_IL08", { name: call.name });
  }
  switch (unit.toUpperCase()) {
    case "DAYS":
      return dayRange(addDays(today, number));
    case "WEEKS":
      return dayRange(addDays(today, number * 7));
    case "MONTHS":
      return dayRange(addMonths(today, number));
    case "YEARS":
      return dayRange(addMonths(today, number * 12));
    default:
      throw new PlatformError("GAIA_IQ25");
  }
}

function toPeriod(call: FunctionCall, today: string): TimeRange {
  const [which = "", period = ""] = call.name.split("_");
  const step = steps[which] ?? 0;
  switch (period) {
    case "WEEK":
      return toWeek(call, today, step);
    case "MONTH":
      return toMonth(call, today, step);
    default: {
      expectArguments(call, 0, 0);
      const year = Number(today.slice(0, 4)) + step;
      return { start: firstOfYear(year), end: firstOfYear(year + 1) };
    }
  }
}

function toWeek(call: FunctionCall, today: string, step: number): TimeRange {
  expectArguments(call, 0, 1);
  const epochDay = toEpochDay(today);
  // 1970-01-01 was a Thursday; weeks begin on Sunday.
  const sunday = epochDay - ((((epochDay + 4) % 7) + 7) % 7) + step * 7;
  const [weekday] = call.args;
  if (weekday === undefined) {
    return { start: formatDay(sunday), end: formatDay(sunday + 7) };
  }
  const index = weekdays.indexOf(weekday.toUpperCase());
  if (index === -1) {
    throw invalidQuery();
  }
  return dayRange(formatDay(sunday + index));
}

function toMonth(call: FunctionCall, today: string, step: number): TimeRange {
  expectArguments(call, 0, 1);
  const first = addMonths(`${today.slice(0, 7)}-01`, step);
  const next = addMonths(first, 1);
  const [which] = call.args;
  if (which === undefined) {
    return { start: first, end: next };
  }
  if (which.toUpperCase() === "LAST") {
    return dayRange(addDays(next, -1));
  }
  const date = Number(which);
  if (!/^\d{1,2}$/u.test(which) || date < 1 || date > 31) {
    throw new PlatformError("GAIA_IQ23", { value: which });
  }
  // A day that the month does not have means the first of the next one (fact sheet §6.3, marked as to be verified).
  const day = addDays(first, date - 1);
  return dayRange(day < next ? day : next);
}

function expectArguments(call: FunctionCall, least: number, most: number): void {
  if (call.args.length < least || call.args.length > most) {
    throw new PlatformError("GAIA_IL08", { name: call.name });
  }
}

function dayRange(day: string): TimeRange {
  return { start: day, end: day === "" ? "" : addDays(day, 1) };
}

function addDays(day: string, days: number): string {
  return formatDay(toEpochDay(day) + days);
}

function firstOfYear(year: number): string {
  return `${String(year).padStart(4, "0")}-01-01`;
}
