import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredField } from "../../store/app-settings.ts";
import { buildUploads } from "./build-uploads.ts";
import { listCsvFields } from "./csv-field.ts";
import { mapColumns } from "./map-columns.ts";
import { parseCsv } from "./parse-csv.ts";
import { toCsvRows } from "./to-csv-rows.ts";
import { writeCsv } from "./write-csv.ts";

const field = (id: number, type: string, code: string, label: string): StoredField => ({
  id,
  code,
  type,
  property: { label },
});
const fields: readonly StoredField[] = [
  field(1, "SINGLE_LINE_TEXT", "name", "氏名"),
  field(2, "NUMBER", "age", "年齢"),
  field(3, "CHECK_BOX", "flags", "印"),
  field(4, "USER_SELECT", "who", "担当"),
  field(5, "DATETIME", "at", "日時"),
  field(6, "FILE", "file", "添付"),
  {
    ...field(7, "SUBTABLE", "lines", "明細"),
    fields: [field(8, "SINGLE_LINE_TEXT", "item", "品名"), field(9, "DATE", "day", "日付")],
  },
];
const csvFields = listCsvFields(fields);
const record = {
  name: { value: '佐藤 "太郎"\n二行目' },
  age: { value: "30" },
  flags: { value: ["a", "b"] },
  who: { value: [{ code: "sato", name: "佐藤" }] },
  at: { value: "2026-11-01T01:30:00Z" },
  lines: {
    value: [
      { id: "1", value: { item: { value: "紙" }, day: { value: "2026-04-01" } } },
      { id: "2", value: { item: { value: "筆" }, day: { value: null } } },
    ],
  },
};
const options = { timezone: "Asia/Tokyo", start: "レコードの開始行", heading: "label" } as const;

function rowsOf(text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const file = parseCsv(text);
  return "rows" in file ? file.rows : [];
}

const required = (property: Record<string, unknown>): boolean | undefined =>
  listCsvFields([{ id: 1, code: "a", type: "DATE", property: { label: "a", ...property } }])[0]?.isRequired;

describe("CSV", () => {
  it("writes a line for each row of a table, the record's values on each, and marks where a record begins", () => {
    expect(toCsvRows([record], csvFields, options)).toEqual([
      ["レコードの開始行", "氏名", "年齢", "印", "担当", "日時", "品名", "日付"],
      ["*", '佐藤 "太郎"\n二行目', "30", "a\nb", "sato", "2026-11-01 10:30", "紙", "2026-04-01"],
      ["", '佐藤 "太郎"\n二行目', "30", "a\nb", "sato", "2026-11-01 10:30", "筆", ""],
    ]);
  });

  it("reads back what it wrote as the same record, with the lines it stood on", () => {
    const text = writeCsv(toCsvRows([record, record], csvFields, options), { bom: true });
    const [head, ...rows] = rowsOf(text);
    const columns = mapColumns(head?.cells ?? [], csvFields);
    const uploads = buildUploads(rows, { fields: csvFields, columns, updateKey: null, timezone: "Asia/Tokyo" });
    expect(uploads.map(({ lines }) => lines)).toEqual([
      [2, 5],
      [8, 11],
    ]);
    expect(uploads[1]?.record).toEqual({
      name: { value: '佐藤 "太郎"\n二行目' },
      age: { value: "30" },
      flags: { value: ["a", "b"] },
      who: { value: [{ code: "sato" }] },
      at: { value: "2026-11-01T01:30:00Z" },
      lines: {
        value: [
          { value: { item: { value: "紙" }, day: { value: "2026-04-01" } } },
          { value: { item: { value: "筆" }, day: { value: "" } } },
        ],
      },
    });
  });

  it("finds columns by code before label, and takes dates and numbers as spreadsheets write them", () => {
    const [head, ...rows] = rowsOf('age,氏名,what,day\r\n"1,234",x,?,2026/4/1\r\n');
    const columns = mapColumns(head?.cells ?? [], csvFields);
    expect(columns.map((target) => ("code" in target ? target.code : target.kind))).toEqual([
      "age",
      "name",
      "none",
      "day",
    ]);
    const [upload] = buildUploads(rows, { fields: csvFields, columns, updateKey: "name", timezone: "Asia/Tokyo" });
    expect(upload).toEqual({
      lines: [2],
      key: "x",
      record: { age: { value: "1234" }, lines: { value: [{ value: { day: { value: "2026-04-01" } } }] } },
    });
  });

  it("reads back any cells that it writes", () => {
    // The signs that matter to the format beside some that must not; all of Unicode takes seconds to set up on a busy machine.
    const sign = fc.constantFrom('"', ",", "\n", "\r", "\t", " ", "a", "字", "\u{1F600}", "\u0000");
    const cell = fc.string({ unit: sign, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        expect(rowsOf(writeCsv(rows, { bom: true })).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it("says on which line a quote is opened that nobody closes", () => {
    expect(parseCsv('a,b\n1,"x\n2,3\n')).toEqual({ openQuoteAt: 2 });
  });

  it("knows which fields a new record must have a value for: required ones that nothing fills in", () => {
    expect(required({ required: true })).toBe(true);
    expect(required({ required: true, defaultValue: "" })).toBe(true);
    expect(required({ required: true, defaultValue: [] })).toBe(true);
    expect(required({ required: true, defaultValue: "2026-04-01" })).toBe(false);
    expect(required({ required: true, defaultNowValue: true })).toBe(false);
    expect(required({ required: false })).toBe(false);
  });
});
