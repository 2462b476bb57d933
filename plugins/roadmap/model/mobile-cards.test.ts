import { describe, expect, it } from "vitest";
import { buildPhase } from "../../../domain/schedule/build-phase.ts";
import { buildAction, buildPlan, buildToday } from "./build-plan.ts";
import { buildMobileCards, listInOrder, todayInYear } from "./mobile-cards.ts";

describe("buildMobileCards", () => {
  it("gives this quarter's phases, the late ones with their days, and the year as a strip", () => {
    const [card] = buildMobileCards(buildPlan(), buildToday);
    expect(card?.inQuarter.map(({ kind }) => kind)).toEqual(["実施"]);
    expect(card?.late.map(({ phase, days }) => [phase.kind, days])).toEqual([
      ["準備", 53],
      ["実施", 52],
    ]);
    expect(card?.strip.map(({ left, width }) => [Math.round(left), Math.round(width)])).toEqual([
      [0, 50],
      [50, 50],
    ]);
  });

  it("leaves out what was called off, and clips the strip to the fiscal year", () => {
    const phases = [
      buildPhase("準備", "2020-04-01", "2026-04-30", { state: "済" }),
      buildPhase("実施", "2026-11-01", "2030-03-31", { state: "中止" }),
    ];
    const [card] = buildMobileCards(buildPlan({ actions: [buildAction({ phases })] }), buildToday);
    expect(card?.inQuarter).toEqual([]);
    expect(card?.strip[0]).toMatchObject({ left: 0, width: (30 / 365) * 100 });
  });

  it("keeps the order of the plan", () => {
    expect(listInOrder(buildPlan()).map(({ subItemId }) => subItemId)).toEqual(["J1-1", "J1-2", "K1-1"]);
    expect(Math.round(todayInYear(buildToday))).toBe(64);
  });
});
