import { formatInstant, instantAt, isDay } from "../../query/calendar.ts";

const lists = new Set(["CHECK_BOX", "MULTI_SELECT"]);
const people = new Set(["USER_SELECT", "GROUP_SELECT", "ORGANIZATION_SELECT"]);

/** The text of a cell as the value that REST takes; what has no such form is passed on, so that the refusal names it. */
export function readCsvValue(text: string, type: string, timezone: string): unknown {
  if (lists.has(type)) {
    return readLines(text);
  }
  if (people.has(type)) {
    return readLines(text).map((code) => ({ code }));
  }
  const trimmed = text.trim();
  switch (type) {
    case "NUMBER":
      // Spreadsheets write thousands apart.
      return /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(trimmed) ? trimmed.replaceAll(",", "") : trimmed;
    case "DATE":
      return readDay(trimmed);
    case "TIME":
      return /^\d:\d\d$/u.test(trimmed) ? `0${trimmed}` : trimmed;
    case "DATETIME":
      return readInstant(trimmed, timezone);
    default:
      return text;
  }
}

function readLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** `2026/4/1` as well as `2026-04-01`. */
function readDay(text: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(text) ?? [];
  return year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** A time without a zone is on the clocks of whoever uploads. */
function readInstant(text: string, timezone: string): string {
  const [, date = "", hour = "", minute = ""] = /^(\S+)[ T](\d{1,2}):(\d{2})(?::\d{2})?$/u.exec(text) ?? [];
  const day = readDay(date);
  const hours = hour.padStart(2, "0");
  return isDay(day) && hours < "24" && minute < "60"
    ? formatInstant(instantAt(day, `${hours}:${minute}`, timezone))
    : text;
}
