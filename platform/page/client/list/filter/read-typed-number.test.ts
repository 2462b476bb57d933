import { describe, expect, it } from "vitest";
import { readTypedNumber } from "./read-typed-number.ts";

describe("readTypedNumber", () => {
  it.each([
    ["１２", "12"],
    ["1,234,567", "1234567"],
    ["▲4.5", "-4.5"],
    ["－３", "-3"],
    [" 41.1 ", "41.1"],
    ["", ""],
  ])("reads %j as %j", (typed, number) => {
    expect(readTypedNumber(typed)).toBe(number);
  });

  it.each(["abc", "5%", "1,23", "1.2.3", "約5"])("takes %j for no number", (typed) => {
    expect(readTypedNumber(typed)).toBeNull();
  });
});
