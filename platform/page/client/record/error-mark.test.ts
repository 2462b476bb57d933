import { describe, expect, it } from "vitest";
import type { StoredField } from "../../../store/app-settings.ts";
import { readErrorMark } from "./error-mark.ts";
import { readRows } from "./form-record.ts";
import { readRestRecord } from "./read-rest-record.ts";

const calc = (id: number, code: string, expression: string, format = "NUMBER"): StoredField => ({
  id,
  code,
  type: "CALC",
  property: { expression, format },
});
const fields: StoredField[] = [
  { id: 1, code: "a", type: "NUMBER", property: {} },
  { id: 2, code: "b", type: "NUMBER", property: {} },
  { id: 3, code: "word", type: "SINGLE_LINE_TEXT", property: {} },
  calc(4, "share", "a / b"),
  calc(5, "big", "a ^ 20"),
  calc(6, "text", 'IF(a > 0, "yes", "no")'),
  calc(8, "further", "share + 1"),
  calc(9, "plain", "a"),
  { id: 10, code: "label", type: "SINGLE_LINE_TEXT", property: { expression: '"at " & share' } },
  {
    id: 11,
    code: "rows",
    type: "SUBTABLE",
    property: {},
    fields: [{ id: 12, code: "n", type: "NUMBER", property: {} }, calc(13, "part", "a / n")],
  },
  calc(14, "total", "SUM(n)"),
];
const start = { now: new Date("2026-11-22T00:00:00Z"), user: { code: "u", name: "U" } };

function read(values: Record<string, unknown>, of = fields): ReturnType<typeof readRestRecord> {
  return readRestRecord(of, Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])));
}

describe("what a page shows where a calculation has no result", () => {
  const record = read({ a: "1000", b: "0", word: "x", plain: "", rows: [] });

  it.each([
    ["share", "#ERROR!"],
    ["big", "#PRECISION!"],
    ["text", "#CONVERT!"],
    // What a formula is made of decides about it.
    ["further", "#ERROR!"],
    ["label", "#ERROR!"],
    // A value that only was not saved yet, and a sum of no rows, are empty.
    ["plain", null],
    ["total", null],
    ["a", null],
  ])("of %s is %s", (code, mark) => {
    expect(readErrorMark(record, { code }, { fields, start })).toBe(mark);
  });

  it("names a value that no calculation takes", () => {
    const odd = read({ a: "1", b: "not a number", rows: [] });
    expect(readErrorMark(odd, { code: "share" }, { fields, start })).toBe("#VALUE!");
  });

  it("is told row by row in a table", () => {
    const table = read({
      a: "1",
      b: "1",
      word: "",
      rows: ["2", "0"].map((n) => ({ id: "1", value: { n: { value: n }, part: { value: "" } } })),
    });
    const keys = readRows(table, "rows").map(({ key }) => key);
    const marks = keys.map((rowKey) =>
      readErrorMark(table, { code: "part", table: "rows", rowKey }, { fields, start }),
    );
    expect(marks).toStrictEqual([null, "#ERROR!"]);
  });

  it("is nothing where there is a value", () => {
    expect(
      readErrorMark(read({ a: "1", b: "0", share: "7", rows: [] }), { code: "share" }, { fields, start }),
    ).toBeNull();
  });

  it("is not told to a reader who may not see what the formula asks for", () => {
    const { b: _, ...values } = record.values;
    expect(readErrorMark({ ...record, values }, { code: "share" }, { fields, start })).toBeNull();
    const visible = fields.filter(({ code }) => code !== "b");
    expect(readErrorMark({ ...record }, { code: "share" }, { fields: visible, start })).toBeNull();
    expect(readErrorMark({ ...record }, { code: "further" }, { fields: visible, start })).toBeNull();
  });
});
