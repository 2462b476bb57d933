import { describe, expect, it } from "vitest";
import { parseFiscalYear } from "../../../domain/fiscal-year.ts";
import { buildPhase } from "../../../domain/schedule/build-phase.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import { parseCalendarDate } from "../../../domain/calendar-date.ts";
import { buildAction, buildToday } from "./build-plan.ts";
import { type BarLayout, layoutBars } from "./layout-bars.ts";
import { createScale } from "./scale.ts";

const fiscalYear = parseFiscalYear(2026);

function layout(phases: Phase[], pxPerDay = 1): BarLayout[] {
  if (fiscalYear === null) {
    throw new RangeError("2026");
  }
  const scale = createScale(fiscalYear, fiscalYear, pxPerDay);
  return layoutBars(buildAction({ phases }), { scale, today: buildToday, fontSize: 13 });
}

function pair(from: string, to: string) {
  return { from: parseCalendarDate(from), to: parseCalendarDate(to) };
}

function placeTexts(phases: Phase[]) {
  return layout(phases).map(({ text }) => [text.value, text.place]);
}

function textOf(state: Phase["state"]) {
  return layout([buildPhase("実施", "2026-12-01", "2027-03-31", { state })])[0]?.text.value;
}

describe("layoutBars", () => {
  it("includes the last day of a phase", () => {
    expect(layout([buildPhase("検討", "2026-04-01", "2026-04-30")])[0]?.bar).toEqual({ x: 0, width: 30 });
  });

  it("clips what reaches beyond the period and leaves out what lies outside of it", () => {
    const bars = layout([
      buildPhase("検討", "2025-01-01", "2026-04-10"),
      buildPhase("準備", "2028-01-01", "2028-04-10"),
      buildPhase("実施", "", ""),
      buildPhase("運用・効果確認", "2027-03-01", "2029-04-10"),
    ]);
    expect(bars.map(({ index, bar }) => [index, bar.x, bar.width])).toEqual([
      [0, 0, 10],
      [3, 334, 31],
    ]);
  });

  it("draws first plan, actual days until today, and the late days after the plan", () => {
    const [bar] = layout([
      buildPhase("準備", "2026-06-01", "2026-10-31", {
        first: pair("2026-04-01", "2026-08-31"),
        actual: pair("2026-06-02", ""),
        state: "実施中",
      }),
    ]);
    expect(bar).toMatchObject({
      planned: { x: 0, width: 153 },
      actual: { x: 62, width: 174 },
      late: { kind: "not-finished", x: 214, width: 22 },
    });
  });

  it("hatches only the unfinished phase when the next one cannot begin because of it", () => {
    const bars = layout([
      buildPhase("準備", "2026-04-01", "2026-09-30", { state: "実施中" }),
      buildPhase("実施", "2026-10-01", "2027-03-31"),
    ]);
    expect(bars.map(({ late }) => late?.kind ?? null)).toEqual(["not-finished", null]);
  });

  it("writes the name into the bar, else to its right, else its first character", () => {
    expect(placeTexts([buildPhase("検討", "2027-01-01", "2027-03-01")])).toEqual([["検討", "inside"]]);
    expect(placeTexts([buildPhase("運用・効果確認", "2027-01-01", "2027-01-25")])).toEqual([["運", "inside"]]);
    expect(placeTexts([buildPhase("実施", "2027-01-01", "2027-01-20")])).toEqual([["実施", "right"]]);
    expect(
      placeTexts([buildPhase("検討", "2027-01-01", "2027-01-08"), buildPhase("実施", "2027-01-09", "2027-03-20")])[0],
    ).toEqual(["検討", "none"]);
  });

  it("says 済, 変更 and 中止 in words or marks", () => {
    expect([textOf("済"), textOf("変更"), textOf("中止")]).toEqual(["✓実施", "実施（変更）", "実施（中止）"]);
  });

  it("repeats the name along a bar that is longer than a screen", () => {
    expect(layout([buildPhase("実施", "2026-04-01", "2027-03-31")], 4)[0]?.text.repeat).toBe(4);
  });

  it("names a milestone where there is room and moves the bar's own words aside", () => {
    const [bar] = layout([
      buildPhase("実施", "2026-12-01", "2027-03-31", {
        milestone: "開始",
        milestoneOn: parseCalendarDate("2026-12-08"),
      }),
    ]);
    expect(bar?.milestone).toMatchObject({ label: "", isOnDark: false });
    expect(bar?.text.indent).toBeGreaterThan(15);
    const [free] = layout([
      buildPhase("実施", "2026-12-01", "2027-03-31", {
        milestone: "開始",
        milestoneOn: parseCalendarDate("2027-02-01"),
      }),
    ]);
    expect(free?.milestone).toMatchObject({ label: "開始", isOnDark: true });
  });
});
