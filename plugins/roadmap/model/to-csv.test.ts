import { describe, expect, it } from "vitest";
import { buildPhase } from "../../../domain/schedule/build-phase.ts";
import { buildAction, buildPlan, buildToday } from "./build-plan.ts";
import { noFilters } from "./filters.ts";
import { listPhaseLines } from "./phase-list.ts";
import type { PlanData } from "./plan-data.ts";
import { buildRows } from "./rows.ts";
import { toCsv } from "./to-csv.ts";

function csvOf(data: PlanData, closed: string[] = []): string[] {
  const rows = buildRows(data, { filters: noFilters, closed: new Set(closed), today: buildToday });
  return toCsv(listPhaseLines(data, rows, buildToday)).split("\r\n");
}

describe("toCsv", () => {
  it("begins with a byte order mark and has one line a phase, closed rows included", () => {
    const lines = csvOf(buildPlan(), ["i:J1"]);
    expect(lines[0]?.codePointAt(0)).toBe(0xfeff);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      "重点,J1,取組J1,J1-1,実施事項J1-1,A-001,書かない窓口,見本課A,準備,予定,,,2026/04/01,2026/09/30,,,,,,53",
    );
  });

  it("keeps a line for a 事業 without phases", () => {
    expect(csvOf(buildPlan({ actions: [buildAction({ phases: [] })] }))[1]).toContain("書かない窓口,見本課A,,,");
  });

  it("quotes commas, quotes and line breaks, and keeps formulas texts", () => {
    const phases = [buildPhase("準備", "2027-04-01", "2027-05-01", { note: '改,訂"\n2', milestone: "=1+1" })];
    const csv = csvOf(buildPlan({ actions: [buildAction({ name: "@SUM(A1)", phases })] })).join("\r\n");
    expect(csv).toContain('"改,訂""\n2"');
    expect(csv).toContain(",'=1+1,");
    expect(csv).toContain(",'@SUM(A1),");
  });
});
