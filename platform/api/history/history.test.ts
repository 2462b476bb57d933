import { beforeEach, describe, expect, it } from "vitest";
import { insertRecord } from "../../record/insert-record.ts";
import { refusalOf } from "../../record/testing/refusal-of.ts";
import {
  createTestApp,
  createTestScope,
  createTestStore,
  findTestUser,
  testNow,
} from "../../record/testing/test-app.ts";
import { updateRecord } from "../../record/update-record.ts";
import type { LiveApp } from "../../record/write-scope.ts";
import type { Store } from "../../store/store.ts";
import type { Operation } from "../operation.ts";
import { getHistory } from "./get-history.ts";
import { getNeighbours } from "./get-neighbours.ts";
import { getTotals } from "./get-totals.ts";
import { putHistory } from "./put-history.ts";

let store: Store;
let app: LiveApp;

beforeEach(() => {
  store = createTestStore();
  app = createTestApp(store, [
    { code: "文字", type: "SINGLE_LINE_TEXT" },
    { code: "数", type: "NUMBER" },
    { code: "表", type: "SUBTABLE", fields: [{ code: "品", type: "SINGLE_LINE_TEXT" }] },
  ]);
});

function add(sent: Record<string, unknown>): void {
  store.transaction(() => insertRecord(createTestScope(store, app), sent, "record"));
}

function change(sent: Record<string, unknown>): void {
  const base = store.records.find(app.id, 1);
  if (base === null) {
    throw new Error("no record");
  }
  store.transaction(() => updateRecord(createTestScope(store, app), base, sent, "record"));
}

function call(operation: Operation, params: Record<string, unknown>): unknown {
  return store.transaction(() =>
    operation.run({
      params: { app: String(app.id), ...params },
      caller: findTestUser(store, "admin"),
      language: "ja",
      preview: false,
      store,
      now: testNow,
    }),
  );
}

describe("the history of a record", () => {
  it("tells what each version changed, newest first, and leaves out versions that changed nothing", () => {
    add({ 文字: { value: "a" } });
    change({ 文字: { value: "b" } });
    change({ 文字: { value: "b" } });
    change({ 数: { value: "3" }, 文字: { value: "" } });
    expect(call(getHistory, { id: "1" })).toMatchObject({
      versions: [
        {
          revision: 4,
          by: { code: "admin" },
          changes: [
            { code: "文字", before: "b", after: "" },
            { code: "数", before: "", after: "3" },
          ],
        },
        { revision: 2, changes: [{ code: "文字", before: "a", after: "b" }] },
      ],
      next: null,
      created: { by: { code: "admin" } },
    });
  });

  it("comes twenty at a time", () => {
    add({ 文字: { value: "0" } });
    for (let index = 1; index <= 21; index += 1) {
      change({ 文字: { value: String(index) } });
    }
    expect(call(getHistory, { id: "1" })).toMatchObject({ next: 3, created: null });
    expect(call(getHistory, { id: "1", before: "3" })).toMatchObject({
      versions: [{ revision: 2 }],
      next: null,
      created: {},
    });
  });

  it("gives a record the values that it had before a version, as a new version", () => {
    add({ 文字: { value: "a" }, 表: { value: [{ value: { 品: { value: "一" } } }] } });
    change({ 文字: { value: "b" } });
    change({ 表: { value: [] }, 数: { value: "3" } });
    expect(call(putHistory, { id: "1", version: "2", revision: "3" })).toStrictEqual({ revision: "4" });
    expect(call(getHistory, { id: "1" })).toMatchObject({
      versions: [
        {
          revision: 4,
          changes: [
            { code: "文字", before: "b", after: "a" },
            { code: "数", before: "3", after: "" },
            { code: "表", before: [], after: [{ value: { 品: { value: "一" } } }] },
          ],
        },
        { revision: 3 },
        { revision: 2 },
      ],
    });
  });

  it("refuses to go back from a revision that is not the record's, or to a version that is none", () => {
    add({ 文字: { value: "a" } });
    change({ 文字: { value: "b" } });
    expect(refusalOf(() => call(putHistory, { id: "1", version: "2", revision: "1" }))?.code).toBe("GAIA_CO02");
    expect(refusalOf(() => call(putHistory, { id: "1", version: "9" }))?.code).toBe("CB_VA01");
  });

  it("goes with its record", () => {
    add({ 文字: { value: "a" } });
    change({ 文字: { value: "b" } });
    store.transaction(() => store.records.remove(app.id, 1));
    expect(store.history.page({ appId: app.id, recordId: 1 }, { before: null, limit: 9 })).toStrictEqual([]);
  });
});

describe("a record in its list", () => {
  it("has neighbours in the list's order, and none outside it", () => {
    for (const text of ["い", "あ", "う"]) {
      add({ 文字: { value: text } });
    }
    const query = "order by $id asc";
    expect(call(getNeighbours, { id: "2", query })).toStrictEqual({ position: 2, total: 3, previous: "1", next: "3" });
    expect(call(getNeighbours, { id: "3" })).toStrictEqual({ position: 1, total: 3, previous: null, next: "2" });
    expect(call(getNeighbours, { id: "3", query: '文字 = "あ"' })).toStrictEqual({
      position: 0,
      total: 1,
      previous: null,
      next: null,
    });
  });
});

describe("the totals of a list", () => {
  it("are exact, over every record of the condition, and count only what is a number", () => {
    for (const number of ["0.1", "0.2", "", "100000000000000000000"]) {
      add({ 数: { value: number } });
    }
    expect(call(getTotals, { fields: ["数", "文字"] })).toStrictEqual({
      count: 4,
      totals: { 数: { sum: "100000000000000000000.3", count: 3 } },
    });
    expect(call(getTotals, { fields: ["数"], query: "数 < 1" })).toStrictEqual({
      count: 2,
      totals: { 数: { sum: "0.3", count: 2 } },
    });
  });
});
