import type { StoredField } from "../../../../store/app-settings.ts";
import { isDay } from "../../../../query/calendar.ts";
import { fromWallClock, toWallClock } from "../../field/zoned-time.ts";

/** Whether a new record can be begun on a day of such a field; days that the system writes cannot be chosen. */
export function isStartDayType(type: string): boolean {
  return type === "DATE" || type === "DATETIME";
}

/** The address part that begins a new record on a day of a calendar. It is this platform's own. */
export function formatStartDay(code: string, day: string): string {
  return new URLSearchParams({ startField: code, startDay: day }).toString();
}

/** The field and its value with which an address begins a new record; a moment is that day at the present time. */
export function parseStartDay(
  search: string,
  fields: readonly StoredField[],
  clock: { readonly now: Date; readonly timezone: string },
): { readonly code: string; readonly value: string } | null {
  const params = new URLSearchParams(search);
  const day = params.get("startDay") ?? "";
  const field = fields.find(({ code }) => code === params.get("startField"));
  if (field === undefined || !isStartDayType(field.type) || !isDay(day)) {
    return null;
  }
  if (field.type === "DATE") {
    return { code: field.code, value: day };
  }
  const { time } = toWallClock(clock.now.toISOString(), clock.timezone);
  return { code: field.code, value: fromWallClock({ date: day, time }, clock.timezone) };
}
