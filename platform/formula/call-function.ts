import { roundToPlaces, truncate } from "./arithmetic.ts";
import { settle, sumOf, textOf, type Precision } from "./convert-value.ts";
import type { FunctionName } from "./formula-functions.ts";
import {
  emptyValue,
  errorValue,
  numberOf,
  silentError,
  toBoolean,
  toText,
  type FormulaValue,
} from "./formula-value.ts";
import { formatDate, formatYen } from "./format-texts.ts";

/** Calculates a call of a function; IF, which leaves a branch alone, is not one of them. */
export function callFunction(
  name: Exclude<FunctionName, "IF">,
  values: readonly FormulaValue[],
  precision: Precision,
): FormulaValue {
  const [first = emptyValue, second = emptyValue, third = emptyValue] = values;
  const fault = values.find(({ kind }) => kind === "error");
  if (fault !== undefined) {
    return fault;
  }
  switch (name) {
    case "SUM":
      return sum(values, precision);
    case "AND":
    case "OR":
    case "NOT":
      return join(name, values);
    case "CONTAINS":
      return contains(first, second);
    case "ROUND":
    case "ROUNDUP":
    case "ROUNDDOWN":
      return round(name, [first, second], precision);
    case "YEN":
      return yen(first, second);
    case "DATE_FORMAT":
    default:
      return dateFormat(first, textOf(second), textOf(third));
  }
}

/** Measured: a table without rows has no sum, not 0. */
function sum(values: readonly FormulaValue[], precision: Precision): FormulaValue {
  if (values.some((value) => value.kind === "list" && value.items.length === 0)) {
    return silentError;
  }
  const items = values.flatMap((value) => (value.kind === "list" ? value.items : [value]));
  const fault = items.find(({ kind }) => kind === "error");
  if (fault !== undefined) {
    return fault;
  }
  const total = sumOf(items);
  return total === null ? errorValue : settle(total, precision);
}

function join(name: "AND" | "OR" | "NOT", values: readonly FormulaValue[]): FormulaValue {
  const truths = values.flatMap((value) => (value.kind === "boolean" ? [value.truth] : []));
  if (truths.length < values.length) {
    return errorValue;
  }
  if (name === "NOT") {
    return toBoolean(!truths[0]);
  }
  return toBoolean(name === "AND" ? truths.every(Boolean) : truths.some(Boolean));
}

/** Measured: the value of a single text field cannot be searched. */
function contains(list: FormulaValue, wanted: FormulaValue): FormulaValue {
  if (list.kind !== "list" || (wanted.kind !== "text" && wanted.kind !== "empty")) {
    return errorValue;
  }
  const text = textOf(wanted);
  return toBoolean(list.items.some((item) => textOf(item) === text));
}

const modes = { ROUND: "HALF_UP", ROUNDUP: "UP", ROUNDDOWN: "DOWN" } as const;

/** Measured: halves go away from zero, whatever the app's rounding is. */
function round(
  name: keyof typeof modes,
  [value, places]: readonly [FormulaValue, FormulaValue],
  precision: Precision,
): FormulaValue {
  const [number, count] = [numberOf(value), toPlaces(places)];
  return number === null || count === null ? errorValue : settle(roundToPlaces(number, count, modes[name]), precision);
}

function yen(value: FormulaValue, places: FormulaValue): FormulaValue {
  const [number, count] = [numberOf(value), toPlaces(places)];
  return number === null || count === null ? errorValue : toText(formatYen(number, count));
}

const mostPlaces = 100n;

/** A number of places; more than a number can have are an error. */
function toPlaces(value: FormulaValue): number | null {
  const number = numberOf(value);
  const places = number && truncate(number);
  return places === null || places > mostPlaces || places < -mostPlaces ? null : Number(places);
}

/** A date that was not entered has no text (a guess). */
function dateFormat(moment: FormulaValue, format: string | null, timeZone: string | null): FormulaValue {
  if (moment.kind === "empty") {
    return silentError;
  }
  const number = numberOf(moment);
  const text = number === null || format === null || timeZone === null ? null : formatDate(number, format, timeZone);
  return text === null ? errorValue : toText(text);
}
