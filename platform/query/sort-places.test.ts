import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortPlaces } from "./sort-places.ts";

describe("sortPlaces", () => {
  it("finds a short page of a long list whatever order the list is in", () => {
    const numbers = Array.from({ length: 400 }, (_, index) => (index * 7919) % 401);
    const compare = (left: number, right: number): number => (numbers[left] ?? 0) - (numbers[right] ?? 0);
    const lowest = [...sortPlaces(numbers.length, compare, 20)].slice(0, 20).map((place) => numbers[place]);
    expect(lowest).toEqual(numbers.toSorted((left, right) => left - right).slice(0, 20));
  });

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
