import type { PeriodicReport } from "../store/report-settings.ts";
import { addFault, placeOf, type Place } from "./fault.ts";
import { readFlag, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

const days = Array.from({ length: 31 }, (_, index) => String(index + 1));
const months = Array.from({ length: 12 }, (_, index) => String(index + 1));
const dayOfMonth = [...days, "END_OF_MONTH"];

/** The words that each key of `period` takes; `time` is read by its form. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  month: months,
  dayOfMonth,
  pattern: ["JAN_APR_JUL_OCT", "FEB_MAY_AUG_NOV", "MAR_JUN_SEP_DEC"],
  dayOfWeek: ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"],
  minute: ["0", "10", "20", "30", "40", "50"],
};

const keysOf = {
  YEAR: ["month", "dayOfMonth", "time"],
  QUARTER: ["pattern", "dayOfMonth", "time"],
  MONTH: ["dayOfMonth", "time"],
  WEEK: ["dayOfWeek", "time"],
  DAY: ["time"],
  HOUR: ["minute"],
} as const;

const clockPattern = /^([01]?\d|2[0-3]):[0-5]\d$/u;

/** `periodicReport` of a graph; left out it stays, `null` takes it away. */
export function readPeriodicReport(place: Place, raw: unknown, before: PeriodicReport | null): PeriodicReport | null {
  if (raw === undefined) {
    return before;
  }
  if (raw === null) {
    return null;
  }
  const sent = readObject(place, raw);
  if (sent === null) {
    return before;
  }
  const active = readFlag(placeOf(place, "active"), sent["active"], before?.active ?? true);
  // Nothing here draws reports up by the clock: an active one is refused rather than kept without effect.
  if (active) {
    addFault(placeOf(place, "active"), settingsText.noPeriodicReports);
  }
  const period = sent["period"];
  const periodPlace = placeOf(place, "period");
  if (period === undefined || period === null) {
    if (before === null) {
      addFault(periodPlace, settingsText.required);
    }
    return before === null ? null : { ...before, active };
  }
  return { active, period: readPeriod(periodPlace, period) };
}

function readPeriod(place: Place, raw: unknown): Readonly<Record<string, string>> {
  const sent = readObject(place, raw) ?? {};
  const everyPlace = placeOf(place, "every");
  if (sent["every"] === undefined) {
    addFault(everyPlace, settingsText.required);
  }
  const every = readWord(everyPlace, sent["every"], {
    words: ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR"],
    initial: "DAY",
  });
  const entries = keysOf[every].map((key): readonly [string, string] => {
    const here = placeOf(place, key);
    const text = readText(here, sent[key], { initial: "", required: true });
    const words = key === "dayOfMonth" && every === "YEAR" ? days : wordsOf[key];
    if (text !== "" && words !== undefined && !words.includes(text)) {
      addFault(here, settingsText.notInEnum);
    } else if (text !== "" && words === undefined && !clockPattern.test(text)) {
      addFault(here, settingsText.notATime);
    }
    return [key, text];
  });
  return { every, ...Object.fromEntries(entries) };
}
