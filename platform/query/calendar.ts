/** Calendar days as `YYYY-MM-DD` and instants as `YYYY-MM-DDTHH:MM:00Z`, in any time zone; pure arithmetic in UTC. */

const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether a text is a real day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && formatDay(toEpochDay(text)) === text;
}

/** Whole days since 1970-01-01. */
export function toEpochDay(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** The inverse of `toEpochDay`; empty for what no calendar holds: a month 13 has no number at all. */
export function formatDay(epochDay: number): string {
  const time = epochDay * dayMs;
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : "";
}

/** An instant with whole minutes, as kintone stores all times. */
export function formatInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 16)}:00Z`;
}

/** The calendar day at an instant in a time zone. */
export function dayAt(instant: Date, timezone: string): string {
  return localTextAt(instant, timezone).slice(0, 10);
}

/** The time of day (`HH:MM`) at an instant in a time zone. */
export function timeAt(instant: Date, timezone: string): string {
  return localTextAt(instant, timezone).slice(11, 16);
}

/** The instant at which a day begins in a time zone. */
export function startOfDay(day: string, timezone: string): Date {
  return instantAt(day, "00:00", timezone);
}

/** The instant at which the clocks of a time zone show a time (`HH:MM`) of a day. */
export function instantAt(day: string, time: string, timezone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // The offset at that time is not known before the instant is: a second look corrects a change of clocks in between.
  const guess = asUtc - offsetAt(new Date(asUtc), timezone);
  return new Date(asUtc - offsetAt(new Date(guess), timezone));
}

/** Adds months; a day that the month does not have becomes its last one. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  if (Number.isNaN(first)) {
    return "";
  }
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return formatDay(first / dayMs + Math.min(date, last) - 1);
}

function offsetAt(instant: Date, timezone: string): number {
  const local = Date.parse(`${localTextAt(instant, timezone)}Z`);
  return local - Math.floor(instant.getTime() / 1000) * 1000;
}

/** `YYYY-MM-DDTHH:MM:SS` on the clocks of a time zone. */
function localTextAt(instant: Date, timezone: string): string {
  return formatterOf(timezone).format(instant).replace(" ", "T");
}

function formatterOf(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) {
    return known;
  }
  // Swedish writes times in the order of ISO 8601.
  const formatter = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "medium" });
  formatters.set(timezone, formatter);
  return formatter;
}
