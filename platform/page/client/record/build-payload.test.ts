import { describe, expect, it } from "vitest";
import { buildAddPayload, buildUpdatePayload } from "./build-payload.ts";
import { readRows, writeAt, writeRows } from "./form-record.ts";
import { readRestRecord, toDuplicate } from "./read-rest-record.ts";
import { buildStartRecord, buildStartRow } from "./start-values.ts";
import { deleteRow, insertRow, moveRow } from "./table-edits.ts";
import { sampleFields, sampleRecord } from "./testing-fields.ts";

const startContext = { now: new Date("2026-11-22T03:00:00Z"), timeZone: "Asia/Tokyo", user: { code: "a", name: "A" } };
const loaded = readRestRecord(sampleFields, sampleRecord);
const table = sampleFields.find((field) => field.code === "rows");

describe("the body of an update", () => {
  it("is empty when nothing changed, also when emptiness is written another way", () => {
    expect(buildUpdatePayload(sampleFields, loaded, loaded)).toEqual({});
    expect(buildUpdatePayload(sampleFields, loaded, writeAt(loaded, { code: "day" }, ""))).toEqual({});
  });

  it("carries only what changed, choices as null when they are empty", () => {
    const changed = writeAt(writeAt(loaded, { code: "cost" }, "13"), { code: "state" }, "予定");
    expect(buildUpdatePayload(sampleFields, loaded, changed)).toEqual({
      cost: { value: "13" },
      state: { value: "予定" },
    });
    const stated = writeAt(loaded, { code: "state" }, "予定");
    expect(buildUpdatePayload(sampleFields, stated, loaded)).toEqual({ state: { value: null } });
  });

  it("never carries copied fields, system fields or calculations", () => {
    let changed = loaded;
    for (const code of ["dept_name", "total", "レコード番号"]) {
      changed = writeAt(changed, { code }, "x");
    }
    expect(buildUpdatePayload(sampleFields, loaded, changed)).toEqual({});
  });

  it("keeps the ids of rows that stay and sends new ones without", () => {
    const row = { ...buildStartRow(table ?? { id: 0, code: "rows", type: "SUBTABLE", property: {} }, startContext) };
    const [first] = readRows(loaded, "rows");
    const added = insertRow(loaded, { table: "rows", after: first?.key ?? null }, { ...row, values: { note: "新" } });
    const rows = buildUpdatePayload(sampleFields, loaded, added)["rows"]?.value;
    expect(rows).toMatchObject([{ id: "71" }, { value: { note: { value: "新" } } }, { id: "72" }]);
    expect(Array.isArray(rows) && "id" in rows[1]).toBe(false);
  });

  it("leaves out a new row in which nothing was entered", () => {
    const row = buildStartRow(table ?? { id: 0, code: "rows", type: "SUBTABLE", property: {} }, startContext);
    const added = insertRow(loaded, { table: "rows", after: null }, row);
    expect(buildUpdatePayload(sampleFields, loaded, added)["rows"]?.value).toHaveLength(2);
  });

  it("attaches files by their keys and people by their codes", () => {
    const changed = writeAt(
      writeAt(loaded, { code: "papers" }, [{ fileKey: "k2", name: "b", size: "1" }]),
      { code: "people" },
      [{ code: "a", name: "A" }],
    );
    expect(buildUpdatePayload(sampleFields, loaded, changed)).toEqual({
      papers: { value: [{ fileKey: "k2" }] },
      people: { value: [{ code: "a" }] },
    });
  });
});

describe("the body of a new record", () => {
  it("carries every field that people fill, also the cleared ones, and no empty row", () => {
    const payload = buildAddPayload(sampleFields, buildStartRecord(sampleFields, startContext));
    expect(payload).toMatchObject({
      title: { value: "" },
      state: { value: null },
      marks: { value: [] },
      rows: { value: [] },
    });
    expect(payload).not.toHaveProperty("total");
    expect(payload).not.toHaveProperty("dept_name");
  });

  it("duplicates values and rows, without ids and attachments", () => {
    const copy = toDuplicate(sampleFields, loaded);
    expect(copy).toMatchObject({ id: null, revision: null });
    const payload = buildAddPayload(sampleFields, copy);
    expect(payload).toMatchObject({ title: { value: "窓口" }, papers: { value: [] } });
    expect(JSON.stringify(payload["rows"])).not.toContain("71");
  });
});

describe("table edits", () => {
  const keys = readRows(loaded, "rows").map((row) => row.key);

  it("move a row and stop at the edges", () => {
    const moved = moveRow(loaded, { table: "rows", key: keys[1] ?? "" }, -1);
    expect(readRows(moved, "rows").map((row) => row.id)).toEqual(["72", "71"]);
    expect(moveRow(loaded, { table: "rows", key: keys[0] ?? "" }, -1)).toBe(loaded);
  });

  it("delete one row and keep the others as they are", () => {
    const rows = readRows(deleteRow(loaded, "rows", keys[0] ?? ""), "rows");
    expect(rows).toEqual([readRows(loaded, "rows")[1]]);
  });

  it("put a row below another one, or at the end", () => {
    const row = { key: "new", id: null, values: {} };
    const order = (after: string | null): string[] =>
      readRows(insertRow(loaded, { table: "rows", after }, row), "rows").map((kept) => kept.id ?? "new");
    expect(order(keys[0] ?? "")).toEqual(["71", "new", "72"]);
    expect(order(null)).toEqual(["71", "72", "new"]);
    expect(readRows(writeRows(loaded, "rows", []), "rows")).toEqual([]);
  });
});
