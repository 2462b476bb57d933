import type { Decimal } from "../record/decimal.ts";

/**
 * A value while it is calculated. `empty` is a field in which nothing was entered: 0 in sums and comparisons, `""` in texts, and
 * itself when it stands alone. `error` is what kintone's pages show as #ERROR!, #VALUE! and so on; REST answers `""` for it.
 */
export type FormulaValue =
  | { readonly kind: "number"; readonly number: Decimal }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly truth: boolean }
  | { readonly kind: "list"; readonly items: readonly FormulaValue[] }
  | { readonly kind: "empty" }
  | { readonly kind: "error"; readonly mark: ErrorMark | null };

/**
 * What kintone's pages show in place of a value (kintone help, autocalc_error): a result that the field's format cannot take, too many
 * digits, a value of the wrong type, a calculation that has no result such as a division by zero. Which of them is shown where several
 * would do is a guess.
 */
export type ErrorMark = "#CONVERT!" | "#PRECISION!" | "#VALUE!" | "#ERROR!";

export const emptyValue: FormulaValue = { kind: "empty" };
export const errorValue: FormulaValue = { kind: "error", mark: "#VALUE!" };
export const precisionError: FormulaValue = { kind: "error", mark: "#PRECISION!" };
export const noResult: FormulaValue = { kind: "error", mark: "#ERROR!" };
/** No value, and nothing known that would be shown for it. */
export const silentError: FormulaValue = { kind: "error", mark: null };

export const zero: Decimal = { units: 0n, scale: 0 };

export function toBoolean(truth: boolean): FormulaValue {
  return { kind: "boolean", truth };
}

export function toText(text: string): FormulaValue {
  return { kind: "text", text };
}

/** The number of a value; null when it has none. */
export function numberOf(value: FormulaValue): Decimal | null {
  if (value.kind === "empty") {
    return zero;
  }
  return value.kind === "number" ? value.number : null;
}
