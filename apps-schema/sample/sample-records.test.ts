import { describe, expect, it } from "vitest";
import { subItemRecords } from "../plan/plan-initiative-records.ts";
import { parseRecord } from "../record/parse-record.ts";
import { suiteApps } from "../suite.ts";
import { buildSamplePhases, sampleToday } from "./build-sample-phases.ts";
import { sampleActions } from "./sample-actions.ts";
import { sampleRecords } from "./sample-records.ts";

const actions = sampleRecords()
  .filter(({ app }) => app === "action")
  .flatMap(({ records }) => records.map((record) => parseRecord(suiteApps.action, record).record));
const phases = actions.flatMap((action) => action.phases);

describe("sampleRecords", () => {
  it("has one project for each of the plan's items, in the plan's order", () => {
    expect(actions.map(({ sub_item_id }) => sub_item_id)).toEqual(
      subItemRecords().map(({ sub_item_id }) => sub_item_id),
    );
    expect(actions.map(({ action_id }) => action_id)).toEqual(
      actions.map((_, index) => `A-${String(index + 1).padStart(3, "0")}`),
    );
  });

  it("says 見本 in the name of every record and names no person", () => {
    const unmarked = sampleRecords().flatMap(({ app, records }) =>
      records.filter((record) => !String(record[suiteApps[app].titleField]?.value).includes("見本")),
    );
    expect(unmarked).toEqual([]);
    const people = sampleRecords().flatMap(({ records }) =>
      records.flatMap((record) => Object.keys(record).filter((code) => /owner|dept_head|dx_member/u.test(code))),
    );
    expect(people).toEqual([]);
  });

  it("fits the declarations", () => {
    const issues = sampleRecords().flatMap(({ app, records }) =>
      records.flatMap((record) => parseRecord(suiteApps[app], record).issues),
    );
    expect(issues).toEqual([]);
    expect(actions.filter(({ action_name }) => action_name.length > 40)).toEqual([]);
  });

  it("is the same at every call", () => {
    expect(sampleRecords()).toEqual(sampleRecords());
  });

  it("shows every state of a phase, and leaves some projects incomplete", () => {
    const states = new Set(phases.map(({ ph_state }) => ph_state));
    expect(states).toEqual(new Set(["予定", "実施中", "済", "変更", "中止"]));
    const kinds = new Set(phases.map(({ ph_kind }) => ph_kind));
    expect(kinds).toEqual(new Set(["検討", "準備", "実施", "運用・効果確認", "完了", "休止"]));
    expect(actions.filter(({ kpi_links }) => kpi_links.length === 0).length).toBeGreaterThan(5);
    expect(actions.filter((action) => action.phases.length === 0)).toHaveLength(1);
    expect(phases.filter(({ ph_milestone }) => ph_milestone !== "").length).toBeGreaterThan(10);
  });

  it("lies between the fiscal years 2024 and 2029, with nothing actual after its day", () => {
    const days = phases.flatMap((phase) => [phase.ph_from, phase.ph_to]);
    expect(days.filter((day) => day < "2024-04-01" || day > "2030-03-31")).toEqual([]);
    const actual = phases.flatMap((phase) => [phase.ph_actual_from, phase.ph_actual_to]);
    expect(actual.filter((day) => day > sampleToday)).toEqual([]);
  });
});

describe("buildSamplePhases", () => {
  const schedule = { start: "2025-04-01", months: [3, 6, 12, 12] } as const;

  it("puts phases one after the other, each ending on the day before the next", () => {
    const rows = buildSamplePhases(schedule, 1);
    expect(rows.map(({ ph_from, ph_to }) => [ph_from, ph_to])).toEqual([
      ["2025-04-01", "2025-06-30"],
      ["2025-07-01", "2025-12-31"],
      ["2026-01-01", "2026-12-31"],
      ["2027-01-01", "2027-12-31"],
    ]);
    expect(rows.map(({ ph_state }) => ph_state)).toEqual(["済", "済", "実施中", "予定"]);
  });

  it("moves what follows a slip and keeps the first plan", () => {
    const [first, slipped, after] = buildSamplePhases({ ...schedule, slip: { at: 1, months: 2, why: "理由" } }, 1);
    expect(first?.ph_to).toBe(first?.ph_first_to);
    expect(slipped).toMatchObject({ ph_first_to: "2025-12-31", ph_to: "2026-02-28", ph_note: "理由" });
    expect(after).toMatchObject({ ph_first_from: "2026-01-01", ph_from: "2026-03-01" });
  });

  it("begins nothing behind a phase that has not ended", () => {
    const rows = buildSamplePhases({ ...schedule, stalled: 0 }, 1);
    expect(rows.map(({ ph_state }) => ph_state)).toEqual(["実施中", "予定", "予定", "予定"]);
    expect(rows.slice(1).every(({ ph_actual_from }) => ph_actual_from === "")).toBe(true);
  });

  it("never lets what happened overlap in one project", () => {
    const overlapping = sampleActions().filter(({ phases: rows = [] }) =>
      rows.some((row, index) => {
        const next = rows[index + 1];
        return next !== undefined && next.ph_actual_from !== "" && next.ph_actual_from <= row.ph_actual_to;
      }),
    );
    expect(overlapping).toEqual([]);
  });
});
