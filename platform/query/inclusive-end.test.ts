import { beforeAll, describe, expect, it } from "vitest";
import { createQueryContext } from "../record/create-query-context.ts";
import { insertRecord } from "../record/insert-record.ts";
import { createTestApp, createTestScope, createTestStore, findTestUser } from "../record/testing/test-app.ts";
import type { LiveApp } from "../record/write-scope.ts";
import { parseQuery } from "./parse-query.ts";
import { toTimeRange } from "./query-function.ts";
import { runQuery } from "./run-query.ts";

const store = createTestStore();
let app: LiveApp;

beforeAll(() => {
  app = createTestApp(store, [{ code: "日時", type: "DATETIME" }]);
  const scope = createTestScope(store, app);
  for (const value of ["2026-02-09T23:59:00+09:00", "2026-02-10T18:00:00+09:00", "2026-02-11T00:00:00+09:00"]) {
    insertRecord(scope, { 日時: { value } }, "record");
  }
});

const context = () =>
  createQueryContext(store, app.settings, {
    user: { ...findTestUser(store, "admin"), timezone: "Asia/Tokyo" },
    now: new Date("2026-02-10T01:00:00Z"),
  });

const ids = (query: string): readonly number[] =>
  runQuery(store.records.all(app.id).values(), parseQuery(`${query} order by $id asc`), context()).records.map(
    ({ id }) => id,
  );

describe("a moment within a day", () => {
  it.each<[string, readonly number[]]>([
    ["日時 <= TODAY()", [1, 2]],
    ["日時 < TODAY()", [1]],
    ["日時 >= TODAY()", [2, 3]],
    ["日時 > TODAY()", [3]],
    ["日時 = TODAY()", [2]],
    ["日時 != TODAY()", [1, 3]],
  ])("%s finds %j", (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });
});

describe("a day that a month does not have", () => {
  it.each(["29", "30", "31"])("is the first of the next one: THIS_MONTH(%s) in February", (day) => {
    expect(toTimeRange({ kind: "function", name: "THIS_MONTH", args: [day] }, "date", context())).toEqual({
      start: "2026-03-01",
      end: "2026-03-02",
    });
  });
});
