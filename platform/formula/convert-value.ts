import { parseDecimal, printDecimal, type Decimal, type RoundingMode } from "../record/decimal.ts";
import { add, countWholeDigits, roundToPlaces } from "./arithmetic.ts";
import { emptyValue, errorValue, numberOf, precisionError, zero, type FormulaValue } from "./formula-value.ts";

/** The app's `numberPrecision`. */
export type Precision = { readonly digits: number; readonly places: number; readonly mode: RoundingMode };

/**
 * A number as kintone keeps it between two steps (measured): each literal and each result is rounded by the app's precision, and one
 * with more whole digits than the precision leaves room for is an error.
 */
export function settle(number: Decimal, { digits, places, mode }: Precision): FormulaValue {
  const rounded = roundToPlaces(number, places, mode);
  return countWholeDigits(rounded) > digits - places ? precisionError : { kind: "number", number: rounded };
}

/** A value inside a longer text (measured: a boolean is `true` or `false` there, an empty field nothing); null when it has none. */
export function textOf(value: FormulaValue): string | null {
  switch (value.kind) {
    case "number":
      return printDecimal(value.number);
    case "text":
      return value.text;
    case "boolean":
      return String(value.truth);
    case "empty":
      return "";
    case "list":
    case "error":
    default:
      return null;
  }
}

/** A sum over values; null when one of them is no number. */
export function sumOf(values: readonly FormulaValue[]): Decimal | null {
  let sum = zero;
  for (const value of values) {
    const number = numberOf(value);
    if (number === null) {
      return null;
    }
    sum = add(sum, number);
  }
  return sum;
}

/** The value of a field that holds a number as text; what is no number cannot be calculated with. */
export function readNumber(text: string): FormulaValue {
  if (text === "") {
    return emptyValue;
  }
  const number = parseDecimal(text);
  // kintone's numbers have 30 digits at most; longer ones would only cost time.
  if (number === null || countWholeDigits(number) > 40) {
    return errorValue;
  }
  return { kind: "number", number: roundToPlaces(number, 40, "HALF_EVEN") };
}
