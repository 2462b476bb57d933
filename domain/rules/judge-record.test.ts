import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildAction, buildKpi, buildKpiValue, buildPhaseRow } from "./build-record.ts";
import { judgeRecord } from "./judge-record.ts";
import type { Action, Moment, RuleLevels } from "./rule.ts";
import { rules } from "./rules.ts";

const today = toCalendarDate(2026, 11, 22);
const related = { kpiLevels: { "K-001": "成果(良くなった量)" } } as const;
const linked = buildAction({ kpi_links: [{ id: null, kpi_id: "K-001", kpi_name_copy: "" }] });

function judge(record: Action, moment: Moment, levels: RuleLevels = {}) {
  return judgeRecord({ app: "action", record, moment, levels, today, related });
}

describe("judgeRecord", () => {
  it("finds nothing in sound records at any moment", () => {
    for (const moment of ["submit", "proceed", "batch"] as const) {
      expect(judge(linked, moment)).toEqual([]);
      expect(judgeRecord({ app: "kpi", record: buildKpi(), moment, levels: {}, today })).toEqual([]);
      expect(judgeRecord({ app: "kpi_value", record: buildKpiValue(), moment, levels: {}, today })).toEqual([]);
    }
  });

  it("judges a form being saved less than a step of the process", () => {
    const empty = buildAction({ target_who: [], ideal_state: "システムを導入する" });
    expect(judge(empty, "submit").map(({ rule }) => rule)).toEqual(["V-C3-2"]);
    expect(judge(empty, "proceed").map(({ rule }) => rule)).toEqual(["V-C3-3", "V-C3-1", "V-C3-2"]);
    expect(judge(empty, "batch").map(({ rule }) => rule)).toEqual(["V-C3-1"]);
  });

  it("stops the save for a broken key and for nothing else that can be stored", () => {
    const bad = buildAction({
      action_id: "53",
      target_who: [],
      phases: [buildPhaseRow("準備", "2026-09-30", "2026-04-01")].map((row) => ({ ...row })),
    });
    expect(judge(bad, "submit").map(({ rule, blocksSave }) => [rule, blocksSave])).toEqual([
      ["V-G1", true],
      ["V-G2", false],
    ]);
  });

  it("lowers a rule or switches it off as the town has set, and never raises one", () => {
    const action = buildAction({ target_who: [], ideal_state: "システムの導入", kpi_links: linked.kpi_links });
    expect(judge(action, "proceed", { "V-C3-3": "hint" })).toMatchObject([
      { rule: "V-C3-3", level: "hint" },
      { rule: "V-C3-2", level: "reason" },
    ]);
    expect(judge(action, "proceed", { "V-C3-3": "off", "V-C3-2": "stop" })).toMatchObject([
      { rule: "V-C3-2", level: "reason" },
    ]);
  });

  it("keeps what kintone refuses anyway, whatever the settings say", () => {
    expect(judge(buildAction({ action_id: "" }), "submit", { "V-G1": "off" })).toMatchObject([
      { rule: "V-G1", level: "stop", blocksSave: true },
    ]);
  });

  it("has each rule once, with a name in both languages", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(12);
    expect(rules.every(({ name }) => name.ja !== "" && name.en !== "")).toBe(true);
    expect(rules.flatMap(({ says }) => [says.ja, says.en]).filter((text) => /[{}]/u.test(text))).toEqual([]);
  });
});
