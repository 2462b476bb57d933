import { divideRounded, normalise, unitsAt, type AnyRoundingMode, type Decimal } from "../record/decimal.ts";
import { zero } from "./formula-value.ts";

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return normalise({ units: unitsAt(left, scale) + unitsAt(right, scale), scale });
}

export function negate({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return normalise({ units: left.units * right.units, scale: left.scale + right.scale });
}

/** A quotient is rounded at once: `places` and `mode` are the app's. Null for a division by zero. */
export function divide(
  left: Decimal,
  right: Decimal,
  { places, mode }: { readonly places: number; readonly mode: AnyRoundingMode },
): Decimal | null {
  if (right.units === 0n) {
    return null;
  }
  const scale = Math.max(left.scale, right.scale);
  const divisor = unitsAt(right, scale);
  const units = unitsAt(left, scale) * 10n ** BigInt(places);
  const rounded = divisor < 0n ? divideRounded(-units, -divisor, mode) : divideRounded(units, divisor, mode);
  return normalise({ units: rounded, scale: places });
}

/** Rounds to so many places after the point; a negative number of places rounds tens, hundreds and so on. */
export function roundToPlaces(number: Decimal, places: number, mode: AnyRoundingMode): Decimal {
  if (places >= number.scale) {
    return number;
  }
  const divisor = 10n ** BigInt(number.scale - places);
  return normalise({ units: divideRounded(number.units, divisor, mode), scale: places });
}

/** The whole part, towards zero. */
export function truncate(number: Decimal): bigint {
  return number.units / 10n ** BigInt(number.scale);
}

const largestExponent = 100n;

/**
 * `base ^ exponent`: the exponent loses its fraction (measured: `4 ^ 1.5` is 4) and goes from -100 to 100. Only the result is
 * rounded, never a step on the way (measured). Null when there is no result.
 */
export function power(
  base: Decimal,
  exponent: Decimal,
  rounding: { readonly places: number; readonly mode: AnyRoundingMode },
): Decimal | null {
  const whole = truncate(exponent);
  if (whole > largestExponent || whole < -largestExponent) {
    return null;
  }
  const size = whole < 0n ? -whole : whole;
  const raised = normalise({ units: base.units ** size, scale: base.scale * Number(size) });
  return whole < 0n
    ? divide({ units: 1n, scale: 0 }, raised, rounding)
    : roundToPlaces(raised, rounding.places, rounding.mode);
}

/** Digits before the point; none for a fraction. */
export function countWholeDigits(number: Decimal): number {
  const whole = truncate(number);
  return whole === zero.units ? 0 : whole.toString().replace("-", "").length;
}
