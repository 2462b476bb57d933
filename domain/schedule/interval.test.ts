import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, fromEpochDay, toCalendarDate } from "../calendar-date.ts";
import { buildInterval, countDays, type Interval, intervalsOverlap, moveInterval, resizeInterval } from "./interval.ts";

const day = fc.integer({ min: 11_000, max: 47_000 }).map(fromEpochDay);
const interval = fc
  .tuple(day, fc.integer({ min: 0, max: 2000 }))
  .map(([from, length]): Interval => ({ from, to: addDays(from, length) }));
const dayStep = fc.record({ unit: fc.constantFrom("day", "week"), count: fc.integer({ min: -400, max: 400 }) });

describe("buildInterval", () => {
  it("has two ends the right way round", () => {
    const [april, may] = [toCalendarDate(2026, 4, 1), toCalendarDate(2026, 5, 1)];
    expect(buildInterval(april, may)).toEqual({ from: april, to: may });
    expect(buildInterval(april, april)).toEqual({ from: april, to: april });
    expect(buildInterval(may, april)).toBeNull();
    expect(buildInterval(null, april)).toBeNull();
  });
});

describe("intervalsOverlap", () => {
  it("counts a common day, not touching neighbours", () => {
    const a = { from: toCalendarDate(2026, 4, 1), to: toCalendarDate(2026, 6, 30) };
    expect(intervalsOverlap(a, { from: toCalendarDate(2026, 6, 30), to: toCalendarDate(2026, 7, 31) })).toBe(true);
    expect(intervalsOverlap(a, { from: toCalendarDate(2026, 7, 1), to: toCalendarDate(2026, 7, 31) })).toBe(false);
  });

  it("does not depend on the order", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(intervalsOverlap(a, b)).toBe(intervalsOverlap(b, a));
      }),
    );
  });
});

describe("moveInterval", () => {
  it("keeps the length and comes back, by days and by weeks", () => {
    fc.assert(
      fc.property(interval, dayStep, (original, step) => {
        const moved = moveInterval(original, step);
        expect(countDays(moved)).toBe(countDays(original));
        expect(moveInterval(moved, { ...step, count: -step.count })).toEqual(original);
      }),
    );
  });

  it("keeps whole months whole and comes back, by months", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 36 }),
        fc.integer({ min: -100, max: 100 }),
        (year, month, months, count) => {
          const from = toCalendarDate(year, month, 1);
          const original = { from, to: addDays(addMonths(from, months), -1) };
          const moved = moveInterval(original, { unit: "month", count });
          expect(addDays(addMonths(moved.from, months), -1)).toBe(moved.to);
          expect(moveInterval(moved, { unit: "month", count: -count })).toEqual(original);
        },
      ),
    );
  });

  it("moves a half year to the next month as people write it", () => {
    const original = { from: toCalendarDate(2026, 4, 1), to: toCalendarDate(2026, 9, 30) };
    expect(moveInterval(original, { unit: "month", count: 1 })).toEqual({ from: "2026-05-01", to: "2026-10-31" });
    expect(moveInterval(original, { unit: "day", count: 1 })).toEqual({ from: "2026-04-02", to: "2026-10-01" });
    expect(moveInterval(original, { unit: "week", count: -1 })).toEqual({ from: "2026-03-25", to: "2026-09-23" });
  });
});

describe("resizeInterval", () => {
  it("moves one end only and never turns the period round", () => {
    fc.assert(
      fc.property(interval, fc.constantFrom("from", "to"), dayStep, (original, edge, step) => {
        const resized = resizeInterval(original, edge, step);
        expect(resized.from <= resized.to).toBe(true);
        expect(edge === "from" ? resized.to : resized.from).toBe(edge === "from" ? original.to : original.from);
      }),
    );
  });

  it("keeps a month's end a month's end", () => {
    const original = { from: toCalendarDate(2026, 4, 1), to: toCalendarDate(2026, 9, 30) };
    expect(resizeInterval(original, "to", { unit: "month", count: 1 }).to).toBe("2026-10-31");
  });
});
