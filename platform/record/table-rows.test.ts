import { describe, expect, it } from "vitest";
import { readRows } from "../query/query-value.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { insertRecord } from "./insert-record.ts";
import { createTestApp, createTestScope, createTestStore } from "./testing/test-app.ts";
import { updateRecord } from "./update-record.ts";

const store = createTestStore();
const app = createTestApp(store, [
  { code: "表", type: "SUBTABLE", fields: [{ code: "品", type: "SINGLE_LINE_TEXT" }] },
]);
const table = app.settings.fields.find(({ code }) => code === "表");

const row = (品: string, id?: number) => ({
  ...(id !== undefined && { id: String(id) }),
  value: { 品: { value: 品 } },
});
const rowIds = (record: StoredRecord): readonly number[] => readRows(record, table?.id ?? 0).map(({ id }) => id);

describe("rows that are sent", () => {
  it("keep their id, and the same id twice makes a second row", () => {
    const scope = createTestScope(store, app);
    const record = insertRecord(scope, { 表: { value: [row("一"), row("二")] } }, "record");
    const [first = 0, second = 0] = rowIds(record);
    const sent = { 表: { value: [row("二", second), row("一", first), row("写し", first)] } };
    const [kept, also, added = 0] = rowIds(updateRecord(scope, record, sent, "record"));
    expect([kept, also]).toEqual([second, first]);
    expect(added).toBeGreaterThan(second);
  });
});
