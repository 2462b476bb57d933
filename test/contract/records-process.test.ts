import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let staff: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  const users = [{ code: "tantou", name: "担当者", password: "tantou" }];
  await platform.call("POST", "/v1/users.json", { body: { users } });
  await platform.call("POST", "/v1/groups.json", { body: { groups: [{ code: "kakunin", name: "確認者" }] } });
  await platform.call("PUT", "/v1/user/groups.json", { body: { code: "tantou", groups: ["kakunin"] } });
  admin = platform.client();
  staff = platform.client("tantou");
  ({ app } = await admin.app.addApp({ name: "事業" }));
  await admin.app.addFormFields({ app, properties: { 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } } });
  await admin.app.updateProcessManagement({
    app,
    enable: true,
    states: {
      下書き: {
        index: 0,
        assignee: { type: "ONE", entities: [{ entity: { type: "FIELD_ENTITY", code: "作成者" } }] },
      },
      確認: { index: 1, assignee: { type: "ANY", entities: [{ entity: { type: "GROUP", code: "kakunin" } }] } },
    },
    actions: [
      { name: "送る", from: "下書き", to: "確認", filterCond: '名 not in ("")' },
      { name: "差し戻す", from: "確認", to: "下書き" },
    ],
  });
  await admin.app.deployApp({ apps: [{ app }] });
});

afterAll(async () => {
  await platform.close();
});

async function addDraft(name: string): Promise<string> {
  const { id } = await staff.record.addRecord({ app, record: { 名: { value: name } } });
  return id;
}

describe("the process through the official client", () => {
  fact(
    "moves a record, two revisions at a time, and shows status and assignees",
    { evidence: documented("developer site: update status"), needs: "people" },
    async () => {
      const id = await addDraft("a");
      expect(await staff.record.updateRecordStatus({ app, id, action: "送る", revision: "1" })).toEqual({
        revision: "3",
      });
      const { record } = await staff.record.getRecord({ app, id });
      expect(record).toMatchObject({
        ステータス: { type: "STATUS", value: "確認" },
        作業者: { type: "STATUS_ASSIGNEE", value: [{ code: "tantou", name: "担当者" }] },
      });
      const back = { app, id, action: "差し戻す" };
      await expect(staff.record.updateRecordStatus(back)).rejects.toMatchObject({
        code: "CB_VA01",
        errors: { assignee: { messages: ["必須です。"] } },
      });
      expect(await staff.record.updateRecordStatus({ ...back, assignee: "tantou" })).toEqual({ revision: "5" });
    },
  );

  fact(
    "refuses who is not the assignee, what does not apply, and what is outdated",
    { evidence: documented("developer site: update status"), needs: "people" },
    async () => {
      const id = await addDraft("b");
      const step = { app, id, action: "送る" };
      await expect(admin.record.updateRecordStatus(step)).rejects.toMatchObject({ code: "GAIA_NT01" });
      await expect(staff.record.updateRecordStatus({ ...step, action: "差し戻す" })).rejects.toMatchObject({
        code: "GAIA_IL03",
        status: 400,
      });
      await expect(staff.record.updateRecordStatus({ ...step, revision: 9 })).rejects.toMatchObject({
        code: "GAIA_CO02",
        status: 409,
      });
      const unnamed = await addDraft("");
      await expect(staff.record.updateRecordStatus({ ...step, id: unnamed })).rejects.toMatchObject({
        code: "GAIA_IL03",
      });
    },
  );

  fact(
    "moves several records whole or not at all",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async () => {
      const [first, second] = [await addDraft("c"), await addDraft("")];
      const records = [first, second].map((id) => ({ id, action: "送る" }));
      await expect(staff.record.updateRecordsStatus({ app, records })).rejects.toMatchObject({ code: "GAIA_IL03" });
      const { record } = await staff.record.getRecord({ app, id: first });
      expect(record).toMatchObject({ ステータス: { value: "下書き" }, $revision: { value: "1" } });
      const moved = await staff.record.updateRecordsStatus({ app, records: records.slice(0, 1) });
      expect(moved).toEqual({ records: [{ id: first, revision: "3" }] });
    },
  );

  fact(
    "lets administrators name other assignees and queries find them",
    { evidence: documented("developer site: update assignees"), needs: "people" },
    async () => {
      const id = await addDraft("d");
      expect(await admin.record.updateRecordAssignees({ app, id, assignees: ["admin"] })).toEqual({ revision: "2" });
      const query = 'ステータス = "下書き" and 作業者 in (LOGINUSER())';
      const { records } = await admin.record.getRecords({ app, query, fields: ["$id"] });
      expect(records).toMatchObject([{ $id: { value: id } }]);
      const nobody = admin.record.updateRecordAssignees({ app, id, assignees: ["nobody"] });
      await expect(nobody).rejects.toMatchObject({ code: "GAIA_IL26" });
      await expect(staff.record.updateRecordAssignees({ app, id, assignees: [] })).rejects.toMatchObject({
        code: "CB_NO02",
        status: 403,
      });
    },
  );

  fact(
    "lets one of two changes at the same moment win and tells the other",
    { evidence: guess("409 observed for edits; the status is an edit"), needs: "people" },
    async () => {
      const id = await addDraft("e");
      const change = async (name: string): Promise<unknown> =>
        staff.record.updateRecord({ app, id, revision: 1, record: { 名: { value: name } } });
      const outcomes = await Promise.allSettled([change("x"), change("y"), change("z")]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const { record } = await staff.record.getRecord({ app, id });
      expect(record).toMatchObject({ $revision: { value: "2" } });
    },
  );
});
