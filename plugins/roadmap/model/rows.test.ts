import { describe, expect, it } from "vitest";
import { buildAction, buildInitiative, buildPlan, buildSubItem, buildToday } from "./build-plan.ts";
import { type Filters, noFilters } from "./filters.ts";
import type { PlanData } from "./plan-data.ts";
import { buildRows } from "./rows.ts";

function keys(data: PlanData, filters: Partial<Filters> = {}, closed: string[] = []): string[] {
  const options = { filters: { ...noFilters, ...filters }, closed: new Set(closed), today: buildToday };
  return buildRows(data, options).map((row) => row.key);
}

const whole = ["g:重点", "i:J1", "s:J1-1", "a:1", "s:J1-2", "g:強化", "i:K1", "s:K1-1"];

describe("buildRows", () => {
  it("lists 区分, 取組, 実施事項 and 事業 in the order of the plan", () => {
    expect(keys(buildPlan())).toEqual(whole);
  });

  it("leaves out what lies below a closed row and still counts it", () => {
    const rows = buildRows(buildPlan(), { filters: noFilters, closed: new Set(["i:J1"]), today: buildToday });
    expect(rows.map((row) => row.key)).toEqual(["g:重点", "i:J1", "g:強化", "i:K1", "s:K1-1"]);
    expect(rows[1]).toMatchObject({ actionIds: ["1"], isOpen: false, hasChildren: true });
  });

  it("shows items without a 事業 when only the 区分 is chosen, and none when 事業 are sought", () => {
    expect(keys(buildPlan(), { group: "強化" })).toEqual(["g:強化", "i:K1", "s:K1-1"]);
    expect(keys(buildPlan(), { dept: "A" })).toEqual(["g:重点", "i:J1", "s:J1-1", "a:1"]);
    expect(keys(buildPlan(), { dept: "B" })).toEqual([]);
  });

  it("finds words in any width and case, and items by their own words", () => {
    expect(keys(buildPlan(), { text: "Ａ-００１　窓口" })).toEqual(["g:重点", "i:J1", "s:J1-1", "a:1"]);
    expect(keys(buildPlan(), { text: "k1-1" })).toEqual(["g:強化", "i:K1", "s:K1-1"]);
  });

  it("takes the 課題 of the 取組 where a 事業 names none", () => {
    const plan = buildPlan({
      initiatives: [buildInitiative("J1", { issueIds: ["P1"] })],
      actions: [buildAction({ issueIds: [] })],
    });
    expect(keys(plan, { issue: "P1" })).toContain("a:1");
    expect(keys(plan, { issue: "C2" })).toEqual([]);
  });

  it("shows only what is late when asked", () => {
    expect(keys(buildPlan(), { lateOnly: true })).toEqual(["g:重点", "i:J1", "s:J1-1", "a:1"]);
    expect(keys(buildPlan({ actions: [buildAction({ phases: [] })] }), { lateOnly: true })).toEqual([]);
  });

  it("loses no 事業 whose item or 取組 is not in the plan", () => {
    const plan = buildPlan({
      subItems: [buildSubItem("J1-1"), buildSubItem("J9-1")],
      actions: [buildAction({ id: "5", subItemId: "X9-9" }), buildAction({ id: "6", subItemId: "J9-1" })],
    });
    expect(keys(plan).slice(-3)).toEqual(["g:unplaced", "a:5", "a:6"]);
    expect(keys(plan, {}, ["g:unplaced"]).at(-1)).toBe("g:unplaced");
  });
});
