import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortPlaces } from "./sort-places.ts";

describe("sortPlaces", () => {
  it("puts the same places first as a whole sort does, and loses none", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 }), fc.nat(40), (numbers, most) => {
        const compare = (left: number, right: number): number =>
          (numbers[left] ?? 0) - (numbers[right] ?? 0) || right - left;
        const whole = [...numbers.keys()].toSorted(compare);
        const places = [...sortPlaces(numbers.length, compare, most)];
        expect(places.slice(0, most)).toEqual(whole.slice(0, most));
        expect(places.toSorted((left, right) => left - right)).toEqual([...numbers.keys()]);
      }),
    );
  });
});
