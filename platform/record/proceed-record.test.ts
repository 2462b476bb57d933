import { describe, expect, it } from "vitest";
import type { ProcessEntity, ProcessSettings } from "../store/app-settings.ts";
import { hashPasswordNow } from "../http/password.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { insertRecord } from "./insert-record.ts";
import { proceedRecord } from "./proceed-record.ts";
import { buildTestProcess, createTestApp, createTestScope, createTestStore, testNow } from "./testing/test-app.ts";

const store = createTestStore();
store.users.add({ code: "kachou", name: "課長", passwordHash: hashPasswordNow("kachou") }, testNow);
store.groups.add({ code: "shounin", name: "承認者", description: "" });
store.groups.saveOfUser("tantou", ["shounin"]);
store.groups.saveOfUser("kachou", ["shounin"]);

const approvers: ProcessEntity = { entity: { type: "GROUP", code: "shounin" }, includeSubs: false };
const creator: ProcessEntity = { entity: { type: "FIELD_ENTITY", code: "作成者" }, includeSubs: false };

function start(process: ProcessSettings, login = "tantou") {
  const app = createTestApp(store, [{ code: "金額", type: "NUMBER" }], { process });
  const record = insertRecord(createTestScope(store, app, login), { 金額: { value: "5" } }, "record");
  const proceed = (from: StoredRecord, action: string, caller: string, assignee: string | null = null): StoredRecord =>
    proceedRecord(createTestScope(store, app, caller), from, { action, assignee, assigneePath: "assignee" });
  return { record, proceed };
}

const approval = (type: "ONE" | "ALL" | "ANY"): ProcessSettings =>
  buildTestProcess(
    { 下書き: { type: "ONE", entities: [creator] }, 確認: { type, entities: [approvers] }, 完了: null },
    [
      { name: "送る", from: "下書き", to: "確認" },
      { name: "承認する", from: "確認", to: "完了" },
      { name: "差し戻す", from: "確認", to: "下書き" },
    ],
  );

describe("the process of a record", () => {
  it("starts at the first status with its assignee and grows the revision by two", () => {
    const { record, proceed } = start(approval("ANY"));
    expect(record).toMatchObject({ status: "下書き", assignees: ["tantou"], revision: 1 });
    const sent = proceed(record, "送る", "tantou");
    expect(sent).toMatchObject({ status: "確認", assignees: ["tantou", "kachou"], revision: 3, modifier: "tantou" });
    expect(proceed(sent, "承認する", "kachou")).toMatchObject({ status: "完了", assignees: [], revision: 5 });
  });

  it("lets only assignees act, and everyone where there is none", () => {
    const { record, proceed } = start(approval("ANY"));
    expect(() => proceed(record, "送る", "kachou")).toThrow(expect.objectContaining({ code: "GAIA_NT01" }));
    const open = start(buildTestProcess({ 甲: null, 乙: null }, [{ name: "進める", from: "甲", to: "乙" }]));
    expect(open.proceed(open.record, "進める", "kachou").status).toBe("乙");
  });

  it("wants the next assignee where one of several is to be chosen", () => {
    const { record, proceed } = start(approval("ONE"));
    expect(() => proceed(record, "送る", "tantou")).toThrow(
      expect.objectContaining({ code: "CB_VA01", faults: { assignee: expect.anything() } }),
    );
    expect(() => proceed(record, "送る", "tantou", "admin")).toThrow(expect.objectContaining({ code: "CB_VA01" }));
    expect(() => proceed(record, "送る", "tantou", "nobody")).toThrow(expect.objectContaining({ code: "GAIA_IL26" }));
    expect(proceed(record, "送る", "tantou", "kachou").assignees).toEqual(["kachou"]);
  });

  it("waits for everyone where all must act", () => {
    const { record, proceed } = start(approval("ALL"));
    const sent = proceed(record, "送る", "tantou");
    const half = proceed(sent, "承認する", "kachou");
    expect(half).toMatchObject({ status: "確認", assignees: ["tantou"], revision: 5 });
    expect(() => proceed(half, "承認する", "kachou")).toThrow(expect.objectContaining({ code: "GAIA_NT01" }));
    expect(proceed(half, "承認する", "tantou")).toMatchObject({ status: "完了", revision: 7 });
  });

  it("offers an action only where its condition holds", () => {
    const { record, proceed } = start(
      buildTestProcess({ 甲: null, 乙: null, 丙: null }, [
        { name: "進める", from: "甲", to: "乙", filterCond: "金額 < 10" },
        { name: "進める", from: "甲", to: "丙", filterCond: "金額 >= 10" },
        { name: "止める", from: "甲", to: "丙", filterCond: "金額 >= 10" },
      ]),
    );
    expect(proceed(record, "進める", "tantou").status).toBe("乙");
    expect(() => proceed(record, "止める", "tantou")).toThrow(expect.objectContaining({ code: "GAIA_IL03" }));
  });

  it("lets those who are named for it run a secondary action, assignee or not", () => {
    const process = buildTestProcess({ 甲: { type: "ONE", entities: [creator] }, 乙: null }, [
      { name: "引き取る", from: "甲", to: "乙", type: "SECONDARY", executableUser: { entities: [approvers] } },
    ]);
    const { record, proceed } = start(process, "admin");
    expect(() => proceed(record, "引き取る", "admin")).toThrow(expect.objectContaining({ code: "GAIA_NT01" }));
    expect(proceed(record, "引き取る", "kachou").status).toBe("乙");
  });

  it.each([
    ["an action of another status", approval("ANY"), "承認する", "GAIA_IL03"],
    ["an unknown action", approval("ANY"), "消す", "GAIA_IL03"],
    ["any action while the process is off", { enable: false, states: [], actions: [] }, "送る", "GAIA_ST02"],
  ])("refuses %s", (_, process, action, code) => {
    const { record, proceed } = start(process);
    expect(() => proceed(record, action, "tantou")).toThrow(expect.objectContaining({ code }));
  });
});
