import { compareDecimals, parseDecimal } from "./decimal.ts";

/** Two different decimals of up to 15 digits are two different doubles in the same order, so `Number` compares them rightly. */
const exactLength = 15;

/**
 * Compares two stored numbers, as for `sort`; null when one of them is none. Lists compare thousands of them, and exact
 * arithmetic is needed only for the long ones.
 */
export function compareNumberTexts(left: string, right: string): number | null {
  if (left === "" || right === "") {
    return null;
  }
  if (left.length <= exactLength && right.length <= exactLength) {
    const difference = Number(left) - Number(right);
    return Number.isNaN(difference) ? null : difference;
  }
  const [first, second] = [parseDecimal(left), parseDecimal(right)];
  return first && second && compareDecimals(first, second);
}
