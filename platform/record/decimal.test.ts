import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNumberTexts } from "./compare-number-texts.ts";
import { compareDecimals, parseDecimal, printDecimal, roundToDigits } from "./decimal.ts";
import type { Decimal, RoundingMode } from "./decimal.ts";

function parse(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (!decimal) {
    throw new Error(`${text} is no number`);
  }
  return decimal;
}

describe("decimal numbers", () => {
  it.each([
    ["1.5e1", "15"],
    [" 42 ", "42"],
    ["-0.50", "-0.5"],
    [".5", "0.5"],
    ["+7.", "7"],
    ["1e-3", "0.001"],
    ["-0", "0"],
    ["12345678901234567890.5", "12345678901234567890.5"],
  ])("writes %s as %s", (text, plain) => {
    expect(printDecimal(parse(text))).toBe(plain);
  });

  it.each(["1,000", "abc", "", "１２", "1e", "--1", "1.2.3", "NaN", "Infinity", "0x10", "1e99999"])(
    "does not take %j for a number",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  it.each<[string, number, RoundingMode, string]>([
    ["12345", 3, "HALF_EVEN", "12300"],
    ["1.25", 2, "HALF_EVEN", "1.2"],
    ["1.35", 2, "HALF_EVEN", "1.4"],
    ["1.251", 2, "HALF_EVEN", "1.3"],
    ["-1.25", 2, "HALF_EVEN", "-1.2"],
    ["1.21", 2, "UP", "1.3"],
    ["-1.21", 2, "UP", "-1.3"],
    ["1.29", 2, "DOWN", "1.2"],
    ["99.9", 2, "UP", "100"],
    ["0.001", 2, "UP", "0.001"],
  ])("rounds %s to %i digits (%s) as %s", (text, digits, mode, rounded) => {
    expect(printDecimal(roundToDigits(parse(text), digits, mode))).toBe(rounded);
  });

  it("reads back what it wrote", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 30 }), (units, scale) => {
        const text = printDecimal({ units, scale });
        expect(printDecimal(parse(text))).toBe(printDecimal(parse(printDecimal(parse(text)))));
        expect(compareDecimals(parse(text), { units, scale })).toBe(0);
      }),
    );
  });

  it("compares long numbers exactly and does not order what is no number", () => {
    expect(compareNumberTexts("12345678901234567890", "12345678901234567891")).toBe(-1);
    expect(compareNumberTexts("0.1", "0.10000000000000000001")).toBe(-1);
    expect(compareNumberTexts("9.5", "10")).toBeLessThan(0);
    expect(compareNumberTexts("", "1")).toBeNull();
    expect(compareNumberTexts("a", "1")).toBeNull();
  });

  it("orders as JavaScript orders small numbers", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, (left, right) => {
        const difference = compareDecimals(parse(String(left)), parse(String(right)));
        expect(difference).toBe(left < right ? -1 : Number(left > right));
      }),
    );
  });
});
