import { describe, expect, it } from "vitest";
import type { StoredField } from "../../../store/app-settings.ts";
import type { StoredReport } from "../../../store/report-settings.ts";
import { readRestRecord } from "../record/read-rest-record.ts";
import { aggregate } from "./aggregate.ts";
import { toChartData, toSpans, toTicks } from "./chart-data.ts";

const options = {
  高: { label: "高", index: "0" },
  中: { label: "中", index: "1" },
  あ低: { label: "あ低", index: "2" },
};
const fields: StoredField[] = [
  { id: 1, code: "部", type: "DROP_DOWN", property: { label: "部", options } },
  { id: 2, code: "日", type: "DATE", property: { label: "日" } },
  { id: 3, code: "時", type: "DATETIME", property: { label: "時" } },
  { id: 4, code: "額", type: "NUMBER", property: { label: "額" } },
  { id: 5, code: "人", type: "USER_SELECT", property: { label: "人" } },
  {
    id: 6,
    code: "表",
    type: "SUBTABLE",
    property: { label: "表" },
    fields: [
      { id: 7, code: "品", type: "SINGLE_LINE_TEXT", property: { label: "品" } },
      { id: 8, code: "数", type: "NUMBER", property: { label: "数" } },
      { id: 9, code: "納", type: "DATE", property: { label: "納" } },
    ],
  },
];
const base: StoredReport = {
  id: "1",
  index: "0",
  name: "図",
  chartType: "COLUMN",
  chartMode: "NORMAL",
  groups: [{ code: "部" }],
  aggregations: [{ type: "COUNT" }],
  filterCond: "",
  sorts: [],
  periodicReport: null,
};
const record = (values: Readonly<Record<string, unknown>>) =>
  readRestRecord(fields, Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])));
const row = (品: string, 数: string, 納 = "") => ({
  id: "1",
  value: { 品: { value: 品 }, 数: { value: 数 }, 納: { value: 納 } },
});
const run = (change: Partial<StoredReport>, records: readonly Readonly<Record<string, unknown>>[]) =>
  aggregate({ ...base, ...change }, records.map(record), { fields, timeZone: "Asia/Tokyo" });

describe("the figures of a graph", () => {
  it("stand in the order of the options, with the empty group last", () => {
    const rows = run({}, [{ 部: "あ低" }, { 部: "" }, { 部: "高" }, { 部: "高" }, { 部: null }]);
    expect(rows).toEqual([
      { keys: ["高"], values: [2] },
      { keys: ["あ低"], values: [1] },
      { keys: [""], values: [2] },
    ]);
  });

  it("sum, average, and find the most and the least of what is not empty", () => {
    const aggregations = (["SUM", "AVERAGE", "MAX", "MIN"] as const).map((type) => ({ type, code: "額" }));
    expect(run({ groups: [], aggregations }, [{ 額: "0.1" }, { 額: "0.2" }, { 額: "" }])).toEqual([
      { keys: [], values: [0.3, 0.15, 0.2, 0.1] },
    ]);
    expect(run({ groups: [], aggregations }, [{ 額: "" }])).toEqual([{ keys: [], values: [null, null, null, null] }]);
  });

  it("follow the order that the graph asks for, then its groups", () => {
    const records = [{ 部: "高" }, { 部: "中" }, { 部: "中" }, { 部: "あ低" }];
    expect(run({ sorts: [{ by: "TOTAL", order: "DESC" }] }, records).map(({ keys }) => keys[0])).toEqual([
      "中",
      "高",
      "あ低",
    ]);
    expect(run({ sorts: [{ by: "GROUP1", order: "DESC" }] }, records).map(({ keys }) => keys[0])).toEqual([
      "あ低",
      "中",
      "高",
    ]);
  });

  it.each([
    ["YEAR", "2026"],
    ["QUARTER", "2026 Q2"],
    ["MONTH", "2026-04"],
    ["WEEK", "2026-03-29 –"],
    ["DAY", "2026-04-01"],
    ["HOUR", "2026-04-01 08:00"],
    ["MINUTE", "2026-04-01 08:30"],
  ] as const)("take a time by %s on the reader's clock", (per, key) => {
    expect(run({ groups: [{ code: "時", per }] }, [{ 時: "2026-03-31T23:30:00Z" }])[0]?.keys).toEqual([key]);
  });

  it("count a record in each of the people it names", () => {
    const people = [
      { code: "a", name: "青木" },
      { code: "b", name: "馬場" },
    ];
    const rows = run({ groups: [{ code: "人" }] }, [{ 人: people }, { 人: people.slice(1) }, { 人: [] }]);
    expect(rows.map(({ keys, values }) => [keys[0], values[0]])).toEqual([
      ["青木", 1],
      ["馬場", 2],
      ["", 1],
    ]);
  });

  it("are about the rows of a table when a field of it is named", () => {
    const rows = run(
      {
        groups: [{ code: "部" }, { code: "品" }],
        aggregations: [
          { type: "SUM", code: "数" },
          { type: "MAX", code: "納" },
        ],
      },
      [
        { 部: "高", 表: [row("机", "2", "2026-04-02"), row("椅子", "4"), row("机", "3", "2026-04-10")] },
        { 部: "中", 表: [] },
      ],
    );
    expect(rows).toEqual([
      { keys: ["高", "椅子"], values: [4, null] },
      { keys: ["高", "机"], values: [5, "2026-04-10"] },
    ]);
  });
});

describe("what a chart draws", () => {
  const names = { figures: ["件数"], empty: "（空）", all: "全体" };

  it("makes series of the second group and fills what is missing with 0", () => {
    const report = { ...base, groups: [{ code: "部" }, { code: "日", per: "YEAR" as const }] };
    const data = toChartData(
      report,
      [
        { keys: ["高", "2025"], values: [1] },
        { keys: ["中", "2026"], values: [2] },
        { keys: ["", "2026"], values: [3] },
      ],
      names,
    );
    expect(data).toEqual({
      categories: ["高", "中", "（空）"],
      series: [
        { name: "2025", values: [1, 0, 0] },
        { name: "2026", values: [0, 2, 3] },
      ],
    });
  });

  it("lays values on top of each other, as they are or as shares of 100", () => {
    const data = {
      categories: ["a", "b"],
      series: [
        { name: "x", values: [1, 0] },
        { name: "y", values: [3, 0] },
      ],
    };
    expect(toSpans(data, "STACKED")[1]).toEqual([
      { from: 1, to: 4 },
      { from: 0, to: 0 },
    ]);
    expect(toSpans(data, "PERCENTAGE")[1]).toEqual([
      { from: 25, to: 100 },
      { from: 0, to: 0 },
    ]);
  });

  it("puts round marks around all values and around 0", () => {
    expect(toTicks(0, 9)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(toTicks(-3, 1)).toEqual([-3, -2, -1, 0, 1]);
    expect(toTicks(0, 0)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
});
