import { describe, expect, it } from "vitest";
import { buildEventRecord } from "./build-event-record.ts";
import type { ValueContext } from "./build-event-record.ts";
import { readRows } from "./form-record.ts";
import { readRestRecord } from "./read-rest-record.ts";
import { buildStartRecord } from "./start-values.ts";
import { sampleFields, sampleRecord } from "./testing-fields.ts";

const empty = readRestRecord(sampleFields, { $id: { value: "5" }, $revision: { value: "1" } });

function valuesIn(context: ValueContext): Record<string, unknown> {
  const { record } = buildEventRecord(empty, { fields: sampleFields, context, withFiles: true });
  return Object.fromEntries(Object.entries(record).map(([code, field]) => [code, field.value]));
}

describe("empty values in an event", () => {
  it("are undefined while a record is created and on phones", () => {
    const values = valuesIn("editing");
    for (const code of ["title", "cost", "memo", "link", "day", "at", "moment", "state"]) {
      expect(values).toHaveProperty(code, undefined);
    }
    expect(values["total"]).toBe("");
  });

  it("are empty text and undefined in the desktop editor", () => {
    expect(valuesIn("desktopEdit")).toMatchObject({ title: "", cost: "", memo: "", link: "" });
    for (const code of ["day", "at", "moment", "state"]) {
      expect(valuesIn("desktopEdit")).toHaveProperty(code, undefined);
    }
  });

  it("are null for dates and times and empty text for the rest on saved records", () => {
    expect(valuesIn("saved")).toMatchObject({ title: "", day: null, at: null, moment: "", state: "" });
  });

  it("are empty lists for choices, people and files everywhere", () => {
    for (const context of ["editing", "desktopEdit", "saved"] as const) {
      expect(valuesIn(context)).toMatchObject({ marks: [], people: [], papers: [], rows: [] });
    }
  });
});

describe("an event's record", () => {
  const form = readRestRecord(sampleFields, sampleRecord);
  const options = { fields: sampleFields, context: "saved", withFiles: true } as const;

  it("carries id, revision, system fields and rows with their ids", () => {
    const { record } = buildEventRecord(form, options);
    expect(record["$id"]).toEqual({ type: "__ID__", value: "5" });
    expect(record["$revision"]?.value).toBe("3");
    expect(record["レコード番号"]?.value).toBe("5");
    expect(record["rows"]?.value).toMatchObject([
      { id: "71", value: { kind: { type: "DROP_DOWN", value: "検討" } } },
      { id: "72", value: { price: { type: "NUMBER", value: "" } } },
    ]);
  });

  it("has no system fields, id or revision while a record is created, and rows without id", () => {
    const context = { now: new Date(0), timeZone: "Asia/Tokyo", user: { code: "a", name: "A" } };
    const { record } = buildEventRecord(buildStartRecord(sampleFields, context), { ...options, context: "editing" });
    for (const code of ["$id", "$revision", "レコード番号", "作成者"]) {
      expect(record).not.toHaveProperty(code);
    }
    expect(record["rows"]?.value).toMatchObject([{ id: null }]);
  });

  it("tells of a lookup key whether it was fetched", () => {
    const { record } = buildEventRecord(form, options);
    expect(record["dept"]).toEqual({ type: "SINGLE_LINE_TEXT", value: "D1", confirmed: true, recordId: null });
  });

  it("hides attachments where kintone does", () => {
    expect(buildEventRecord(form, { ...options, withFiles: false }).record["papers"]?.value).toEqual([]);
    expect(buildEventRecord(form, options).record["papers"]?.value).toHaveLength(1);
  });

  it("is a copy: a handler that changes it does not change the form", () => {
    const { record, rowKeys } = buildEventRecord(form, options);
    const marks = record["marks"]?.value;
    expect(Array.isArray(marks) && marks.push("乙")).toBe(2);
    expect(form.values["marks"]).toEqual(["甲"]);
    const rows = record["rows"]?.value;
    const keys = (Array.isArray(rows) ? rows : []).map((row: object) => rowKeys.get(row));
    expect(keys).toEqual(readRows(form, "rows").map((row) => row.key));
  });
});
