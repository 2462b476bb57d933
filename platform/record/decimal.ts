/** An exact decimal number: `units` × 10^-`scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number };

export type RoundingMode = "HALF_EVEN" | "UP" | "DOWN";

/** How functions round: `HALF_UP` is what people call rounding, half a unit away from zero. */
export type AnyRoundingMode = RoundingMode | "HALF_UP";

/** Beyond this a short text like 1e999999999 would become a number that fills the memory. */
const largestExponent = 1000;

const notation = /^([+-]?)(\d+\.?\d*|\.\d+)(?:e([+-]?\d{1,4}))?$/iu;

/** Reads `12`, `-0.5`, `1.5e3`; surrounding spaces are allowed, thousands separators are not (fact sheet §5.4). */
export function parseDecimal(text: string): Decimal | null {
  const [, sign, mantissa, exponentText = "0"] = notation.exec(text.trim()) ?? [];
  const exponent = Number(exponentText);
  if (mantissa === undefined || Math.abs(exponent) > largestExponent) {
    return null;
  }
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = BigInt(whole + fraction);
  const scale = fraction.length - exponent;
  return normalise({ units: sign === "-" ? -digits : digits, scale });
}

/** Plain notation without superfluous zeros, as kintone answers numbers: `15`, `0.5`, `-3.25`. */
export function printDecimal({ units, scale }: Decimal): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, "0");
  const whole = scale === 0 ? digits : digits.slice(0, -scale);
  const fraction = scale === 0 ? "" : `.${digits.slice(-scale)}`;
  return `${negative ? "-" : ""}${whole}${fraction}`;
}

/** Rounds to so many significant digits (the app's `numberPrecision.digits`). */
export function roundToDigits(decimal: Decimal, digits: number, mode: RoundingMode): Decimal {
  const length = decimal.units.toString().replace("-", "").length;
  const excess = length - digits;
  if (excess <= 0) {
    return decimal;
  }
  const divisor = 10n ** BigInt(excess);
  return normalise({ units: divideRounded(decimal.units, divisor, mode), scale: decimal.scale - excess });
}

/** Negative, zero or positive, as for `sort`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = unitsAt(left, scale) - unitsAt(right, scale);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** The units that the number has at a scale that is not smaller than its own. */
export function unitsAt({ units, scale }: Decimal, target: number): bigint {
  return units * 10n ** BigInt(target - scale);
}

/** A division that leaves no fraction; `divisor` is positive. */
export function divideRounded(units: bigint, divisor: bigint, mode: AnyRoundingMode): bigint {
  const quotient = units / divisor;
  const rest = units % divisor;
  if (rest === 0n) {
    return quotient;
  }
  const away = quotient + (units < 0n ? -1n : 1n);
  if (mode === "UP" || mode === "DOWN") {
    return mode === "UP" ? away : quotient;
  }
  const doubled = (rest < 0n ? -rest : rest) * 2n;
  if (doubled === divisor) {
    return mode === "HALF_EVEN" && quotient % 2n === 0n ? quotient : away;
  }
  return doubled > divisor ? away : quotient;
}

/** The smallest scale ≥ 0 that holds the number. */
export function normalise({ units, scale }: Decimal): Decimal {
  if (scale < 0) {
    return { units: units * 10n ** BigInt(-scale), scale: 0 };
  }
  let normal = { units, scale };
  while (normal.scale > 0 && normal.units % 10n === 0n) {
    normal = { units: normal.units / 10n, scale: normal.scale - 1 };
  }
  return normal;
}
