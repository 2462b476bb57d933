import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { addApp, all, everyone, putLive, refused, startTown, text } from "./permissions/town.ts";
import { documented, guess, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let staff: KintoneRestAPIClient;
let chief: KintoneRestAPIClient;

beforeAll(async () => {
  ({ platform, admin, staff, chief } = await startTown());
});

afterAll(async () => {
  await platform.close();
});

describe("who manages an app without administering the system", () => {
  fact(
    "prepares and deploys it, but neither scripts nor custom views",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("任せる", text("名"));
      await putLive("app", app, [
        { entity: { type: "USER", code: "tantou" }, appEditable: true, recordViewable: true },
        { entity: everyone, recordViewable: true },
      ]);
      await expect(staff.app.getFormFields({ app, preview: true })).resolves.toHaveProperty("properties");
      await expect(staff.app.getAppCustomize({ app })).resolves.toHaveProperty("scope");
      const customize = staff.app.updateAppCustomize({ app, scope: "NONE" });
      await expect(customize).rejects.toMatchObject(refused);
      const list = { type: "LIST" as const, name: "一覧", index: 0, fields: ["名"] };
      const custom = { type: "CUSTOM", name: "自由", index: 1, html: "<b>x</b>" } as const;
      await expect(staff.app.updateViews({ app, views: { 一覧: list } })).resolves.toHaveProperty("revision");
      const both = staff.app.updateViews({ app, views: { 一覧: list, 自由: custom } });
      await expect(both).rejects.toMatchObject(refused);
      await admin.app.updateViews({ app, views: { 一覧: list, 自由: custom } });
      const { views } = await staff.app.getViews({ app, preview: true });
      expect(views["自由"]).toMatchObject({ html: "<b>x</b>" });
      // Sent back as it was read, it stays.
      const body = { app, views };
      expect((await platform.call("PUT", "/k/v1/preview/app/views.json", { login: "tantou", body })).status).toBe(200);
      await expect(staff.app.deployApp({ apps: [{ app }] })).resolves.toEqual({});
      await expect(chief.app.deployApp({ apps: [{ app }] })).rejects.toMatchObject(refused);
      await expect(chief.app.getDeployStatus({ apps: [app] })).rejects.toMatchObject(refused);
    },
  );

  fact(
    "moves assignees and is told apart from those who only see",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("作業者", text("名"));
      const { id } = await staff.record.addRecord({ app, record: {} });
      const step = { app, id, assignees: ["tantou"] };
      await expect(chief.record.updateRecordAssignees(step)).rejects.toMatchObject(refused);
      // With the right the call goes on to what is wrong with it: the app has no process.
      await expect(admin.record.updateRecordAssignees(step)).rejects.toMatchObject({ code: "GAIA_ST02" });
    },
  );
});

describe("someone who may add and not view", () => {
  fact(
    "adds records and sees none, also not the ones just added",
    { evidence: guess("what may not be viewed is not answered"), needs: "people" },
    async () => {
      const app = await addApp("投票", text("名"));
      await putLive("app", app, [{ entity: everyone, recordAddable: true }]);
      const { id } = await staff.record.addRecord({ app, record: { 名: { value: "a" } } });
      await expect(staff.record.getRecord({ app, id })).rejects.toMatchObject(refused);
      await expect(staff.record.getRecords({ app })).rejects.toMatchObject(refused);
      await expect(staff.record.updateRecord({ app, id, record: {} })).rejects.toMatchObject(refused);
      expect((await staff.app.getApps({ name: "投票" })).apps).toHaveLength(1);
      const { rights } = await staff.app.evaluateRecordsAcl({ app, ids: [id] });
      expect(rights[0]?.record).toEqual({ viewable: false, editable: false, deletable: false });
    },
  );
});

describe("a list of 500 records", () => {
  fact(
    "is answered whole under a rule for an organization with those below it",
    { evidence: own("speed of memberships") },
    async () => {
      const app = await addApp("多い", text("名"));
      await putLive("record", app, [
        {
          filterCond: '名 like "x"',
          entities: [{ entity: { type: "ORGANIZATION", code: "yakuba" }, includeSubs: true, ...all }],
        },
      ]);
      for (let page = 0; page < 5; page += 1) {
        await staff.record.addRecords({ app, records: Array.from({ length: 100 }, () => ({ 名: { value: "x" } })) });
      }
      const { records } = await staff.record.getRecords({ app, query: "limit 500" });
      expect(records).toHaveLength(500);
    },
  );
});
