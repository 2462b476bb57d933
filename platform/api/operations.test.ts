import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlatformError } from "../platform-error.ts";
import { createTestApp, createTestScope, createTestStore, findTestUser, testNow } from "../record/testing/test-app.ts";
import { refusalOf } from "../record/testing/refusal-of.ts";
import { insertRecord } from "../record/insert-record.ts";
import { operations } from "./routes.ts";

const store = createTestStore();
const options = { options: { 甲: { label: "甲", index: "0" } } };
const app = createTestApp(store, [
  { code: "文字", type: "SINGLE_LINE_TEXT", property: { unique: true, maxLength: "5" } },
  { code: "数", type: "NUMBER" },
  { code: "日時", type: "DATETIME" },
  { code: "選択", type: "CHECK_BOX", property: options },
  { code: "人", type: "USER_SELECT" },
  { code: "添付", type: "FILE" },
  { code: "表", type: "SUBTABLE", fields: [{ code: "品", type: "DROP_DOWN", property: options }] },
]);
insertRecord(createTestScope(store, app), { 文字: { value: "a" } }, "record");

const innerNames =
  `value 文字 数 日時 選択 人 添付 表 品 作成者 id code fileKey field type fields name index record updateKey
  app revision entity lookup options method api payload __proto__ constructor states actions file url desktop js
  text mentions targets timing daysLater hoursLater time filterCond title includeSubs recordAdded`.split(/\s+/u);
const names = `id record records ids revision revisions query fields size requests code updateKey upsert action assignee
  assignees totalCount users groups organizations properties layout views states actions enable name desktop mobile scope
  apps lang offset limit fileKey config revert theme icon titleField numberPrecision
  notifications notifyToCommenter timezone comment order filter before all read`.split(/\s+/u);

/** Parameters as a careless or hostile caller sends them: the right names with values of any kind. */
const scalar = fc.oneof(
  fc.constantFrom<unknown>(1, "1", 0, -1, "", null, true, "true", "x", "甲", "文字", "LIST", "1e400", "PUT"),
  fc.jsonValue({ maxDepth: 2 }),
);
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...innerNames), tie("value"), { maxKeys: 4 }),
  ),
})).value;
const params = fc.record(
  {
    app: fc.oneof({ arbitrary: fc.constant(String(app.id)), weight: 5 }, { arbitrary: value, weight: 1 }),
    ...Object.fromEntries(names.map((name) => [name, value])),
  },
  { requiredKeys: ["app"] },
);

describe("every operation", () => {
  it.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    "%s refuses what it cannot take with nothing but a platform error",
    (_, operation) => {
      fc.assert(
        fc.property(params, (sent) => {
          const call = (): unknown =>
            store.transaction(() => {
              JSON.stringify(
                operation.run({
                  params: sent,
                  caller: findTestUser(store, "admin"),
                  language: "ja",
                  preview: operation.reach !== "live",
                  store,
                  now: testNow,
                }),
              );
              throw new PlatformError("GAIA_CO02");
            });
          // Ending each call with a refusal of our own undoes what it did.
          expect(() => refusalOf(call)).not.toThrow();
        }),
        { numRuns: 150 },
      );
    },
  );
});
