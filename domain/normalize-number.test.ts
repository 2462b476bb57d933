import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeNumber } from "./normalize-number.ts";

describe("normalizeNumber", () => {
  it.each([
    ["41.1", "41.1"],
    ["４１．１", "41.1"],
    ["1,234", "1234"],
    ["１，２３４，５６７", "1234567"],
    ["1、234", "1234"],
    [" 12 345 ", "12345"],
    ["\u300012", "12"],
    ["▲3.5", "-3.5"],
    ["△１２", "-12"],
    ["−5", "-5"],
    ["－５", "-5"],
    ["ー5", "-5"],
    ["▲ 5", "-5"],
    ["+5", "5"],
    ["＋５", "5"],
    ["007", "7"],
    ["0", "0"],
    ["-0", "0"],
    ["▲0.0", "0.0"],
    ["0.50", "0.50"],
    [".5", "0.5"],
    ["5.", "5"],
  ])("reads %j as %j", (typed, plain) => {
    expect(normalizeNumber(typed)).toBe(plain);
  });

  it.each([
    "",
    "  ",
    "\u3000",
    "41.1%",
    "50人",
    "約50",
    "12,34",
    "10 20",
    "１０\u3000２０",
    "1,2345",
    ",123",
    "1.2.3",
    "--5",
    "5-",
    "▲",
    ".",
    "1e3",
    "#INVALID!",
    "四十",
  ])("does not guess at %j", (typed) => {
    expect(normalizeNumber(typed)).toBeNull();
  });

  it("leaves a plain number as it is, so that it can be applied again", () => {
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.stringMatching(/^\d{1,6}$/u), { nil: null }), (whole, fraction) => {
        const plain = fraction === null ? String(whole) : `${whole}.${fraction}`;
        expect(normalizeNumber(plain)).toBe(plain);
      }),
    );
  });

  it("reads full-width digits, grouping and ▲ as the number they stand for", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (number) => {
        const grouped = Math.abs(number).toLocaleString("en-US");
        const fullWidth = grouped.replaceAll(/[0-9,]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        expect(normalizeNumber((number < 0 ? "▲" : "") + fullWidth)).toBe(String(number));
      }),
    );
  });
});
