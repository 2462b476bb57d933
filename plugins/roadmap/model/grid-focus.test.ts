import { describe, expect, it } from "vitest";
import { buildPlan, buildToday } from "./build-plan.ts";
import { noFilters } from "./filters.ts";
import { type GridFocus, readGridKey } from "./grid-focus.ts";
import { buildRows } from "./rows.ts";

// g:重点 i:J1 s:J1-1 a:1 s:J1-2 g:強化 i:K1 s:K1-1
const rows = buildRows(buildPlan(), { filters: noFilters, closed: new Set(), today: buildToday });
const barsIn = (row: number) => (row === 3 ? 2 : 0);

function press(key: string, focus: GridFocus, withControl = false) {
  return readGridKey(key, withControl, { rows, focus, barsIn, rowsPerPage: 4 });
}

describe("readGridKey", () => {
  it("moves between rows and stops at the ends", () => {
    expect(press("ArrowDown", { row: 2, bar: -1 })).toEqual({ kind: "focus", focus: { row: 3, bar: -1 } });
    expect(press("ArrowUp", { row: 0, bar: -1 })).toEqual({ kind: "focus", focus: { row: 0, bar: -1 } });
    expect(press("PageDown", { row: 6, bar: -1 })).toEqual({ kind: "focus", focus: { row: 7, bar: -1 } });
    expect(press("End", { row: 0, bar: -1 }, true)).toEqual({ kind: "focus", focus: { row: 7, bar: -1 } });
  });

  it("goes from the name into the bars and back", () => {
    expect(press("ArrowRight", { row: 3, bar: -1 })).toEqual({ kind: "focus", focus: { row: 3, bar: 0 } });
    expect(press("ArrowRight", { row: 3, bar: 1 })).toEqual({ kind: "focus", focus: { row: 3, bar: 1 } });
    expect(press("ArrowLeft", { row: 3, bar: 0 })).toEqual({ kind: "focus", focus: { row: 3, bar: -1 } });
    expect(press("End", { row: 3, bar: -1 })).toEqual({ kind: "focus", focus: { row: 3, bar: 1 } });
  });

  it("closes an open row, opens a closed one, and goes out to the parent", () => {
    expect(press("ArrowLeft", { row: 1, bar: -1 })).toEqual({ kind: "close", key: "i:J1" });
    expect(press("ArrowLeft", { row: 3, bar: -1 })).toEqual({ kind: "focus", focus: { row: 2, bar: -1 } });
    const closed = rows.map((row) => (row.key === "i:J1" ? { ...row, isOpen: false } : row));
    const keys = { rows: closed, focus: { row: 1, bar: -1 }, barsIn, rowsPerPage: 4 };
    expect(readGridKey("ArrowRight", false, keys)).toEqual({ kind: "open", key: "i:J1" });
  });

  it("keeps to the names when the next row has no bars", () => {
    expect(press("ArrowDown", { row: 3, bar: 1 })).toEqual({ kind: "focus", focus: { row: 4, bar: -1 } });
  });

  it("leaves other keys to the browser", () => {
    expect(press("Tab", { row: 3, bar: 0 })).toBeNull();
    expect(press("a", { row: 3, bar: 0 })).toBeNull();
  });
});
