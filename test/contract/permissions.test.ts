import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { addApp, everyone, putLive, refused, startTown, text } from "./permissions/town.ts";
import { documented, guess } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Shapes, defaults and the order of priority are those of the reference and of the help pages app_rights and
// app_rights_example; what a case only assumes of kintone says so.

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

describe("the permissions of a new app", () => {
  fact(
    "allow its creator everything and everyone to view, add, edit and delete",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("新規");
      const { rights, revision } = await admin.app.getAppAcl({ app });
      expect(revision).toBe("2");
      const line = { includeSubs: false, recordViewable: true, recordAddable: true, recordEditable: true };
      expect(rights).toEqual([
        {
          ...line,
          entity: { type: "CREATOR", code: null },
          appEditable: true,
          recordDeletable: true,
          recordImportable: true,
          recordExportable: true,
        },
        {
          ...line,
          entity: everyone,
          appEditable: false,
          recordDeletable: true,
          recordImportable: false,
          recordExportable: false,
        },
      ]);
      expect(await admin.app.getRecordAcl({ app })).toEqual({ rights: [], revision });
      expect(await admin.app.getFieldAcl({ app, preview: true })).toEqual({ rights: [], revision });
      await expect(staff.app.getAppAcl({ app })).rejects.toMatchObject(refused);
    },
  );
});

describe("changed permissions", () => {
  fact(
    "wait below /preview for the deploy and can be reverted",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("準備");
      const { revision } = await admin.app.updateAppAcl({
        app,
        revision: 2,
        rights: [{ entity: { type: "USER", code: "kachou" }, recordViewable: true }],
      });
      expect(revision).toBe("3");
      expect((await admin.app.getAppAcl({ app })).rights).toHaveLength(2);
      expect((await admin.app.getAppAcl({ app, preview: true })).rights).toHaveLength(1);
      await expect(staff.record.getRecords({ app })).resolves.toHaveProperty("records");
      await admin.app.deployApp({ apps: [{ app }], revert: true });
      expect((await admin.app.getAppAcl({ app, preview: true })).rights).toHaveLength(2);
      const stale = admin.app.updateAppAcl({ app, revision: 2, rights: [] });
      await expect(stale).rejects.toMatchObject({ code: "GAIA_CO02", status: 409 });
    },
  );

  fact(
    "are live at once on the live path, together with all that is prepared",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("即時");
      await admin.app.updateAppSettings({ app, name: "即時の新しい名前" });
      await putLive("app", app, [{ entity: { type: "USER", code: "admin" }, appEditable: true, recordViewable: true }]);
      expect(await admin.app.getApp({ id: app })).toMatchObject({ name: "即時の新しい名前" });
      await expect(staff.record.getRecords({ app })).rejects.toMatchObject(refused);
    },
  );

  fact(
    "put the line for everyone last and fill in what was not sent",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("順番");
      await putLive("app", app, [
        { entity: everyone, recordViewable: "true" },
        {
          entity: { type: "ORGANIZATION", code: "yakuba" },
          includeSubs: true,
          appEditable: true,
          recordViewable: true,
        },
        { entity: { type: "USER", code: "admin" }, includeSubs: true },
      ]);
      const { rights } = await admin.app.getAppAcl({ app });
      expect(rights.map(({ entity, includeSubs }) => [entity.code, includeSubs])).toEqual([
        ["yakuba", true],
        ["admin", false],
        ["everyone", false],
      ]);
      expect(rights[2]).toMatchObject({ recordViewable: true, recordAddable: false, appEditable: false });
      // The organization below has what the one above has: the member manages the app now.
      await expect(staff.app.getAppAcl({ app })).resolves.toHaveProperty("rights");
      await expect(staff.app.updateAppSettings({ app, theme: "BLUE" })).resolves.toHaveProperty("revision");
      await expect(staff.app.deployApp({ apps: [{ app }] })).resolves.toEqual({});
      await expect(chief.app.updateAppSettings({ app, theme: "RED" })).rejects.toMatchObject(refused);
    },
  );

  fact(
    "follow a field's new code and let go of a deleted field",
    { evidence: guess("settings follow a new field code"), needs: "people" },
    async () => {
      const app = await addApp("改名", { ...text("旧"), ...text("消す") });
      const entities = [{ accessibility: "READ", entity: everyone }];
      await putLive("field", app, [
        { code: "旧", entities },
        { code: "消す", entities },
      ]);
      await putLive("record", app, [{ filterCond: '旧 = "x"', entities: [{ entity: everyone, viewable: true }] }]);
      await admin.app.updateFormFields({ app, properties: { 旧: { type: "SINGLE_LINE_TEXT", code: "新" } } });
      await admin.app.deleteFormFields({ app, fields: ["消す"] });
      const { rights } = await admin.app.getFieldAcl({ app, preview: true });
      expect(rights.map(({ code }) => code)).toEqual(["新"]);
      expect((await admin.app.getRecordAcl({ app, preview: true })).rights[0]?.filterCond).toBe('新 = "x"');
      // Assumed: a field that a condition needs cannot be deleted.
      await expect(admin.app.deleteFormFields({ app, fields: ["新"] })).rejects.toMatchObject({ code: "CB_VA01" });
    },
  );

  const line = { entity: everyone, accessibility: "READ" };
  fact.each([
    ["rights that are missing", "app", undefined, { code: "CB_VA01", errors: { rights: expect.anything() } }],
    ["a line without an entity", "app", [{}], { errors: { "rights[0].entity": expect.anything() } }],
    ["an unknown kind of entity", "app", [{ entity: { type: "ROBOT", code: "x" } }], { code: "CB_VA01" }],
    ["an unknown user", "app", [{ entity: { type: "USER", code: "x" } }], { code: "GAIA_IL26" }],
    ["an unknown organization", "app", [{ entity: { type: "ORGANIZATION", code: "x" } }], { code: "GAIA_IL28" }],
    ["editing without viewing", "app", [{ entity: everyone, recordEditable: true }], { code: "CB_VA01" }],
    ["importing without adding", "app", [{ entity: everyone, recordImportable: true }], { code: "CB_VA01" }],
    ["a flag that is none", "app", [{ entity: everyone, recordViewable: 3 }], { code: "CB_VA01" }],
    ["rules without entities", "record", [{ filterCond: "" }], { code: "CB_VA01" }],
    ["an unreadable condition", "record", [{ filterCond: "名 ==", entities: [] }], { code: "CB_VA01" }],
    ["a condition on no field", "record", [{ filterCond: '無い = "x"', entities: [] }], { code: "GAIA_IQ11" }],
    [
      "deleting without viewing",
      "record",
      [{ entities: [{ entity: everyone, deletable: true }] }],
      { code: "CB_VA01" },
    ],
    [
      "a field that names nobody",
      "record",
      [{ entities: [{ entity: { type: "FIELD_ENTITY", code: "名" } }] }],
      { code: "CB_VA01" },
    ],
    ["an unknown field", "field", [{ code: "無い", entities: [line] }], { code: "GAIA_FC01" }],
    ["an unknown level", "field", [{ code: "名", entities: [{ ...line, accessibility: "ALL" }] }], { code: "CB_VA01" }],
    ["the status, which nobody locks", "field", [{ code: "ステータス", entities: [line] }], { code: "CB_VA01" }],
  ])(
    "are refused with %s",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async (_, kind, rights, expected) => {
      const app = await addApp("検査", text("名"));
      const { status, body } = await platform.call("PUT", `/k/v1/preview/${kind}/acl.json`, { body: { app, rights } });
      expect(status).toBe(400);
      expect(body).toMatchObject(expected);
    },
  );
});

describe("an app that someone may not see", () => {
  fact(
    "is in no list and not there, and its records are refused",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("秘密のアプリ", text("名"));
      await admin.record.addRecord({ app, record: { 名: { value: "a" } } });
      await putLive("app", app, [{ entity: { type: "CREATOR" }, recordViewable: true, appEditable: true }]);
      expect((await staff.app.getApps({ name: "秘密" })).apps).toEqual([]);
      await expect(staff.app.getApp({ id: app })).rejects.toMatchObject({ code: "GAIA_AP01", status: 404 });
      await expect(staff.record.getRecords({ app })).rejects.toMatchObject(refused);
      await expect(staff.record.addRecord({ app, record: {} })).rejects.toMatchObject(refused);
      await expect(staff.app.getFormFields({ app })).rejects.toMatchObject(refused);
      expect((await admin.app.getApps({ name: "秘密" })).apps).toHaveLength(1);
    },
  );

  fact(
    "stays manageable for system administrators, whose records the lines still rule",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("管理だけ", text("名"));
      await putLive("app", app, [{ entity: { type: "USER", code: "kachou" }, recordViewable: true }]);
      await expect(admin.app.getAppAcl({ app })).resolves.toHaveProperty("rights");
      await expect(admin.record.getRecords({ app })).rejects.toMatchObject(refused);
      await expect(chief.record.getRecords({ app })).resolves.toEqual({ records: [], totalCount: null });
      await expect(chief.record.addRecord({ app, record: {} })).rejects.toMatchObject(refused);
    },
  );
});
