import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstRowOf, listSlots, poolSizeOf, scrollTopFor } from "./virtual-window.ts";

const windows = fc.record({
  rowHeight: fc.constant(36),
  rowCount: fc.integer({ min: 1, max: 5000 }),
  viewportHeight: fc.integer({ min: 100, max: 1200 }),
  overscan: fc.integer({ min: 0, max: 8 }),
});

function poolSizeFor(rowCount: number): number {
  return poolSizeOf({ rowHeight: 36, rowCount, viewportHeight: 720, overscan: 4 });
}

describe("the virtual window", () => {
  it("holds every row in sight at any scroll position", () => {
    fc.assert(
      fc.property(windows, fc.double({ min: 0, max: 1, noNaN: true }), (window, part) => {
        const scrollTop = part * Math.max(0, window.rowCount * window.rowHeight - window.viewportHeight);
        const first = firstRowOf(window, scrollTop);
        const pool = poolSizeOf(window);
        const firstSeen = Math.floor(scrollTop / window.rowHeight);
        const lastSeen =
          Math.min(window.rowCount, Math.ceil((scrollTop + window.viewportHeight) / window.rowHeight)) - 1;
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first + pool).toBeLessThanOrEqual(window.rowCount);
        expect(first).toBeLessThanOrEqual(Math.min(firstSeen, window.rowCount - 1));
        expect(first + pool - 1).toBeGreaterThanOrEqual(lastSeen);
      }),
    );
  });

  it("keeps the size of the pool whatever the number of rows", () => {
    expect([10, 1000, 10_000].map(poolSizeFor)).toEqual([10, 29, 29]);
  });

  it("leaves each row in its slot while the window moves by one", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 60 }), (first, pool) => {
        const [before, after] = [listSlots(first, pool), listSlots(first + 1, pool)];
        expect(before.filter((row, slot) => row !== after[slot])).toEqual([first]);
        expect(new Set(before).size).toBe(pool);
      }),
    );
  });

  it("scrolls by as little as shows the row below what is pinned", () => {
    const window = { rowHeight: 36, rowCount: 100, viewportHeight: 360, overscan: 2 };
    expect(scrollTopFor(window, 5, { top: 100, covered: 36 })).toBe(100);
    expect(scrollTopFor(window, 3, { top: 100, covered: 36 })).toBe(72);
    expect(scrollTopFor(window, 20, { top: 100, covered: 36 })).toBe(396);
    expect(scrollTopFor(window, 0, { top: 100, covered: 36 })).toBe(0);
  });
});
