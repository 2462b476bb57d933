import { inputMessages } from "../messages.ts";
import { PlatformError } from "../platform-error.ts";
import { isDay } from "../query/calendar.ts";
import { parseInstant } from "../query/value-test.ts";
import type { GeneralSettings, StoredField } from "../store/app-settings.ts";
import { parseDecimal, printDecimal, roundToDigits } from "./decimal.ts";
import { readOptions } from "./field-property.ts";
import type { ValuePlace } from "./write-scope.ts";

/** A JSON string, number or boolean as text; null and nothing are empty; anything else is of a wrong JSON type. */
export function toText(raw: unknown): string {
  if (raw === null || raw === undefined) {
    return "";
  }
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") {
    return String(raw);
  }
  throw new PlatformError("CB_IJ01");
}

/** A number in kintone's stored form: plain notation, rounded to the app's precision. */
export function parseNumber(raw: unknown, place: ValuePlace, precision: GeneralSettings["numberPrecision"]): string {
  const text = toText(raw).trim();
  const decimal = text === "" ? null : parseDecimal(text);
  if (decimal) {
    // `decimalPlaces` is for divisions in formulas; what was entered keeps its places (fact sheet §7.1).
    return printDecimal(roundToDigits(decimal, Number(precision.digits), precision.roundingMode));
  }
  // Measured: at top level an error, in a table silently empty.
  if (text !== "" && !place.inTable) {
    place.faults.add(`${place.bracketPath}.value`, inputMessages.notNumber);
  }
  return "";
}

/** One of the options, or empty. */
export function parseChoice(raw: unknown, field: StoredField, place: ValuePlace): string {
  const text = toText(raw);
  if (text !== "" && !(readOptions(field) ?? []).includes(text)) {
    place.faults.add(`${place.path}.value`, inputMessages.notInOptions, { value: text });
  }
  return text;
}

/** Dates and times begin with the year 1000 (help page field_restriction). */
const firstDay = "1000-01-01";

/** `YYYY-MM-DD`, or empty. */
export function parseDate(raw: unknown, place: ValuePlace): string {
  const text = toText(raw).trim();
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (text !== "" && (!isDay(day) || day < firstDay)) {
    place.faults.add(`${place.path}.value`, inputMessages.notDate);
    return "";
  }
  return text === "" ? "" : day;
}

/** `HH:MM`, or empty; seconds are dropped. */
export function parseTime(raw: unknown, place: ValuePlace): string {
  const text = toText(raw).trim();
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/u.exec(text) ?? [];
  if (hour === undefined || minute === undefined) {
    if (text !== "") {
      place.faults.add(`${place.path}.value`, inputMessages.notTime);
    }
    return "";
  }
  return `${hour.padStart(2, "0")}:${minute}`;
}

/** An instant in UTC with whole minutes, or empty. */
export function parseDateTime(raw: unknown, place: ValuePlace): string {
  const text = toText(raw).trim();
  const instant = text === "" ? "" : parseInstant(text);
  if (instant === null || (instant !== "" && instant < firstDay)) {
    place.faults.add(`${place.path}.value`, inputMessages.notDateTime);
    return "";
  }
  return instant;
}
