import { printDecimal } from "../record/decimal.ts";
import type { StoredField } from "../store/app-settings.ts";
import { formatDay, formatInstant } from "../query/calendar.ts";
import { textOf } from "./convert-value.ts";
import type { FormulaValue } from "./formula-value.ts";
import { toSeconds } from "./format-texts.ts";

const daySeconds = 86_400;

/** A calculated value as the record keeps it, in the field's type and format (fact sheet §7.1); `""` for what is empty or impossible. */
export function toStoredResult(field: StoredField, value: FormulaValue): string {
  if (field.type !== "CALC") {
    return textOf(value) ?? "";
  }
  if (value.kind === "boolean") {
    return value.truth ? "1" : "0";
  }
  if (value.kind !== "number") {
    return "";
  }
  const format = field.property["format"];
  if (format === undefined || format === "NUMBER" || format === "NUMBER_DIGIT") {
    return printDecimal(value.number);
  }
  const seconds = toSeconds(value.number);
  return seconds === null ? "" : formatSeconds(seconds, format);
}

function formatSeconds(seconds: number, format: unknown): string {
  switch (format) {
    case "DATETIME":
      return formatInstant(new Date(seconds * 1000));
    case "DATE":
      return formatDay(Math.floor(seconds / daySeconds));
    case "TIME":
      return toClock(((seconds % daySeconds) + daySeconds) % daySeconds);
    default:
      // HOUR_MINUTE and DAY_HOUR_MINUTE read the same in REST; how a negative time reads is a guess.
      return `${seconds <= -60 ? "-" : ""}${toClock(Math.abs(seconds))}`;
  }
}

function toClock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
