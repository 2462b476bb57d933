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
  | { readonly kind: "error" };

export const emptyValue: FormulaValue = { kind: "empty" };
export const errorValue: FormulaValue = { kind: "error" };

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
