import { describe, expect, it } from "vitest";
import { currentInterval, orderOfKind, type PhaseRow, toCurrentCells, toPhase } from "./phase.ts";

const row: PhaseRow = {
  id: "12",
  ph_kind: "準備",
  ph_state: "変更",
  ph_first_from: "2026-04-01",
  ph_first_to: "2026-06-30",
  ph_from: "2026-05-01",
  ph_to: "2026-07-31",
  ph_actual_from: "2026-05-11",
  ph_actual_to: "",
  ph_milestone: "業者決定",
  ph_milestone_on: "2026-06-15",
  ph_note: "予算の都合",
};

describe("toPhase", () => {
  it("reads the three pairs of dates and what is missing", () => {
    expect(toPhase(row)).toEqual({
      id: "12",
      kind: "準備",
      state: "変更",
      first: { from: "2026-04-01", to: "2026-06-30" },
      current: { from: "2026-05-01", to: "2026-07-31" },
      actual: { from: "2026-05-11", to: null },
      milestone: "業者決定",
      milestoneOn: "2026-06-15",
      note: "予算の都合",
    });
  });

  it("gives back the cells of the current plan", () => {
    expect(toCurrentCells(toPhase(row))).toEqual({ ph_from: "2026-05-01", ph_to: "2026-07-31" });
    expect(toCurrentCells(toPhase({ ...row, ph_to: "" }))).toEqual({ ph_from: "2026-05-01", ph_to: "" });
  });

  it("has no current interval while an end is missing or they are swapped", () => {
    expect(currentInterval(toPhase(row))).toEqual({ from: "2026-05-01", to: "2026-07-31" });
    expect(currentInterval(toPhase({ ...row, ph_to: "" }))).toBeNull();
    expect(currentInterval(toPhase({ ...row, ph_to: "2026-04-30" }))).toBeNull();
  });
});

describe("orderOfKind", () => {
  it("orders the four kinds of work and nothing else", () => {
    expect((["検討", "準備", "実施", "運用・効果確認", "完了", "休止", ""] as const).map(orderOfKind)).toEqual([
      0,
      1,
      2,
      3,
      null,
      null,
      null,
    ]);
  });
});
