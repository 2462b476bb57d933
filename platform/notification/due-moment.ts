import { formatDay, instantAt, dayAt, toEpochDay } from "../query/calendar.ts";
import type { Reminder, ReminderTiming } from "../store/notification-settings.ts";

const hourMs = 3_600_000;

/**
 * When a reminder about a value of its field is due, in milliseconds since 1970; null for an empty field. A day counts in the
 * reminders' time zone, a value with date and time by the day it falls on there.
 */
export function toDueMoment(timing: ReminderTiming, value: string, timezone: string): number | null {
  const isDate = /^\d{4}-\d{2}-\d{2}$/u.test(value);
  const start = isDate ? 0 : Date.parse(value);
  if (value === "" || Number.isNaN(start)) {
    return null;
  }
  const days = Number(timing.daysLater);
  if ("hoursLater" in timing) {
    return isDate ? null : start + (days * 24 + Number(timing.hoursLater)) * hourMs;
  }
  const from = isDate ? value : dayAt(new Date(start), timezone);
  const day = formatDay(toEpochDay(from) + days);
  return day === "" ? null : instantAt(day, timing.time, timezone).getTime();
}

/** Tells a reminder from the others of its app as long as its settings stay what they are. */
export function toReminderKey({ timing, filterCond, title, targets }: Reminder): string {
  return JSON.stringify([timing, filterCond, title, targets]);
}
