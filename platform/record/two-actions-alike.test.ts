import { expect, it } from "vitest";
import { insertRecord } from "./insert-record.ts";
import { proceedRecord } from "./proceed-record.ts";
import { buildTestProcess, createTestApp, createTestScope, createTestStore } from "./testing/test-app.ts";

it("runs neither of two actions of one name that are both open", () => {
  const store = createTestStore();
  const process = buildTestProcess({ 甲: null, 乙: null, 丙: null }, [
    { name: "進める", from: "甲", to: "乙" },
    { name: "進める", from: "甲", to: "丙" },
  ]);
  const app = createTestApp(store, [], { process });
  const scope = createTestScope(store, app);
  const record = insertRecord(scope, {}, "record");
  const step = { action: "進める", assignee: null, assigneePath: "assignee" };
  expect(() => proceedRecord(scope, record, step)).toThrow(expect.objectContaining({ code: "GAIA_IL03" }));
});
