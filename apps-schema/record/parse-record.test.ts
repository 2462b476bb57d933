import { describe, expect, it } from "vitest";
import { action } from "../apps/action.ts";
import { dept } from "../apps/dept.ts";
import { kpiValue } from "../apps/kpi-value.ts";
import { parseRecord } from "./parse-record.ts";

describe("parseRecord", () => {
  it("reads a record as kintone's REST API gives it", () => {
    const { record, issues } = parseRecord(action, {
      $id: { type: "__ID__", value: "14" },
      $revision: { type: "__REVISION__", value: "3" },
      ステータス: { type: "STATUS", value: "下書き" },
      action_id: { type: "SINGLE_LINE_TEXT", value: "A-001" },
      group_kind: { type: "DROP_DOWN", value: null },
      issue_ids: { type: "MULTI_SELECT", value: ["P1", "C4"] },
      owner: { type: "USER_SELECT", value: [{ code: "tantou", name: "担当者" }] },
      hours_before: { type: "NUMBER", value: "12.5" },
      phases: {
        type: "SUBTABLE",
        value: [
          {
            id: "368",
            value: {
              ph_kind: { type: "DROP_DOWN", value: "検討" },
              ph_from: { type: "DATE", value: "2026-04-01" },
              ph_to: { type: "DATE", value: null },
            },
          },
        ],
      },
    });
    expect(issues).toEqual([]);
    expect(record).toMatchObject({
      $id: "14",
      $revision: "3",
      status: "下書き",
      action_id: "A-001",
      group_kind: "",
      issue_ids: ["P1", "C4"],
      owner: [{ code: "tantou", name: "担当者" }],
      hours_before: "12.5",
    });
    expect(record.phases[0]).toMatchObject({
      id: "368",
      ph_kind: "検討",
      ph_from: "2026-04-01",
      ph_to: "",
      ph_note: "",
    });
  });

  it("reads the empty values of the JavaScript API, which differ from page to page", () => {
    const { record, issues } = parseRecord(action, {
      action_name: { type: "SINGLE_LINE_TEXT", value: undefined },
      hours_before: { type: "NUMBER", value: "" },
      means_kind: { type: "CHECK_BOX", value: [] },
      target_who: { type: "CHECK_BOX" },
      phases: { type: "SUBTABLE", value: [{ id: null, value: { ph_from: { type: "DATE", value: undefined } } }] },
    });
    expect(issues).toEqual([]);
    expect(record).toMatchObject({ action_name: "", hours_before: "", means_kind: [], target_who: [], activity: "" });
    expect(record.phases).toHaveLength(1);
    expect(record.phases[0]).toMatchObject({ id: null, ph_from: "", ph_kind: "" });
    expect(record).not.toHaveProperty("$id");
    expect(record).not.toHaveProperty("status");
  });

  it("keeps a number as it was typed, so that a rule can judge it", () => {
    expect(parseRecord(kpiValue, { actual_value: { value: "１，２００" } }).record.actual_value).toBe("１，２００");
    expect(parseRecord(kpiValue, { actual_value: { value: 41.1 } }).record.actual_value).toBe("41.1");
  });

  it("names what does not fit and leaves it empty", () => {
    const { record, issues } = parseRecord(action, {
      action_name: { value: ["a"] },
      group_kind: { value: "特別" },
      issue_ids: { value: ["P1", "P9"] },
      owner: { value: "tantou" },
      co_depts: "総務課",
      phases: { value: [{ id: "1", value: { ph_from: { value: "2026/04/01" } } }, "row"] },
      risks: { value: {} },
    });
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ["action_name", "type"],
      ["group_kind", "option"],
      ["co_depts", "type"],
      ["owner", "type"],
      ["issue_ids", "option"],
      ["phases[0].ph_from", "date"],
      ["phases[1]", "type"],
      ["risks", "type"],
    ]);
    expect(record).toMatchObject({ action_name: "", group_kind: "", issue_ids: ["P1"], owner: [], co_depts: [] });
    expect(record.phases).toHaveLength(1);
  });

  it("gives an empty record and one issue for what is no record", () => {
    for (const raw of [null, undefined, "record", 7, []]) {
      const { record, issues } = parseRecord(dept, raw);
      expect(record.dept_code).toBe("");
      expect(issues.map(({ path }) => path)).toEqual([""]);
    }
  });

  it("ignores fields that are not declared", () => {
    const { record, issues } = parseRecord(dept, { レコード番号: { type: "RECORD_NUMBER", value: "1" }, x: 1 });
    expect(issues).toEqual([]);
    expect(record).not.toHaveProperty("レコード番号");
  });
});
