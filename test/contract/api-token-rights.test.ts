import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import {
  all,
  call,
  createApp,
  createTitledApp,
  generateToken,
  noRight,
  type Rights,
  startTokenPlatform,
  textAt,
} from "./api-tokens/tokens.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, inClient } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// kintone makes tokens on a page only, so these cases run against the platform; the evidence stands beside each.
let platform: TestPlatform;
let app = "";

beforeAll(async () => {
  platform = await startTokenPlatform();
});

afterAll(async () => {
  await platform.close();
});

beforeEach(async () => {
  app = await createTitledApp();
});

const generate = async (rights: Rights = {}, of = app): Promise<string> => generateToken(of, rights);

describe("what a token may do", () => {
  fact.each([
    ["view", { recordViewable: true }, ["GET"]],
    ["add", { recordViewable: false, recordAddable: true }, ["POST"]],
    ["view and edit", { recordViewable: true, recordEditable: true }, ["GET", "PUT"]],
    ["view and delete", { recordViewable: true, recordDeletable: true }, ["GET", "DELETE"]],
    ["manage", { recordViewable: false, appEditable: true }, []],
  ])(
    "is the right to %s",
    { evidence: inClient("cli-kintone e2e for GAIA_NO01; official documentation 「権限」"), needs: "doors" },
    async (_, rights, methods) => {
      const open = new Set<string>(methods);
      const { id } = await platform.client().record.addRecord({ app, record: {} });
      const token = await generate(rights);
      const answers = {
        GET: await call(token, "GET", `/k/v1/record.json?app=${app}&id=${id}`),
        POST: await call(token, "POST", "/k/v1/record.json", { app }),
        PUT: await call(token, "PUT", "/k/v1/record.json", { app, id, record: { 題名: { value: "新" } } }),
        DELETE: await call(token, "DELETE", `/k/v1/records.json?app=${app}&ids[0]=${id}`),
      };
      for (const [method, answer] of Object.entries(answers)) {
        expect([method, answer.status]).toEqual([method, open.has(method) ? 200 : 403]);
        expect(answer.status === 200 || textAt(answer.body, "code") === "GAIA_NO01").toBe(true);
      }
    },
  );

  fact(
    "comes before the permissions of app, record and field",
    { evidence: documented("help api_token"), needs: "doors" },
    async () => {
      const client = platform.client();
      const { id } = await client.record.addRecord({ app, record: { 題名: { value: "秘密" } } });
      await client.app.updateAppAcl({
        app,
        rights: [{ entity: { type: "CREATOR" }, appEditable: true, recordViewable: true }],
      });
      await client.app.updateFieldAcl({
        app,
        rights: [{ code: "題名", entities: [{ entity: { type: "USER", code: "admin" }, accessibility: "WRITE" }] }],
      });
      await client.app.updateRecordAcl({ app, rights: [{ filterCond: "", entities: [] }] });
      const token = await generate({ recordViewable: true });
      expect(await call(token, "GET", `/k/v1/record.json?app=${app}&id=${id}`)).toMatchObject({
        body: { record: { 題名: { value: "秘密" } } },
      });
      expect(
        await call(token, "GET", `/k/v1/records.json?app=${app}&query=${encodeURIComponent('題名 = "秘密"')}`),
      ).toMatchObject({
        body: { records: [{}] },
      });
    },
  );

  fact(
    "is recorded as Administrator's doing",
    { evidence: documented("official documentation 「認証」: Administratorの操作として記録されます"), needs: "doors" },
    async () => {
      const token = await generate(all);
      await call(token, "POST", "/k/v1/record.json", { app });
      const { records } = await platform.client().record.getRecords({ app });
      expect(records).toMatchObject([
        {
          作成者: { value: { code: "Administrator", name: "Administrator" } },
          更新者: { value: { code: "Administrator", name: "Administrator" } },
        },
      ]);
      const query = '作成者 in ("Administrator")';
      expect((await platform.client().record.getRecords({ app, query })).records).toHaveLength(1);
    },
  );

  fact("is nothing in another app", { evidence: inClient("cli-kintone e2e"), needs: "doors" }, async () => {
    const other = await createApp({ 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } });
    const token = await generate(all, other);
    expect(await call(token, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(noRight);
    expect(await call(token, "POST", "/k/v1/record.json", { app })).toMatchObject(noRight);
  });

  fact(
    "covers the settings and the deploy with the right to manage",
    { evidence: documented("official documentation: the list of operations"), needs: "doors" },
    async () => {
      const token = await generate(all);
      const client = new KintoneRestAPIClient({ baseUrl: platform.url, auth: { apiToken: token } });
      await client.app.addFormFields({ app, properties: { 数: { type: "NUMBER", code: "数", label: "数" } } });
      await client.app.updateAppSettings({ app, name: "新しい名" });
      await client.app.updateViews({ app, views: { 一覧: { type: "LIST", name: "一覧", index: 0, fields: ["数"] } } });
      await client.app.deployApp({ apps: [{ app }] });
      expect(await client.app.getDeployStatus({ apps: [app] })).toEqual({ apps: [{ app, status: "SUCCESS" }] });
      expect(await client.app.getFormFields({ app })).toMatchObject({ properties: { 数: {} } });
      expect(await platform.client().app.getApp({ id: app })).toMatchObject({
        name: "新しい名",
        modifier: { code: "Administrator" },
      });
    },
  );

  fact(
    "ends at the views of an app that has a custom one",
    { evidence: documented("official documentation: the list of operations"), needs: "doors" },
    async () => {
      const views = { 地図: { type: "CUSTOM", name: "地図", index: 0, html: "<p></p>" } } as const;
      await platform.client().app.updateViews({ app, views });
      const token = await generate(all);
      const plain = { 一覧: { type: "LIST", name: "一覧", index: 0, fields: [] } };
      expect(await call(token, "PUT", "/k/v1/preview/app/views.json", { app, views: plain })).toMatchObject(noRight);
      expect(await call(token, "GET", `/k/v1/preview/app/views.json?app=${app}`)).toMatchObject({ status: 200 });
    },
  );

  fact.each([
    ["GET", "/k/v1/apps.json", "cli-kintone e2e"],
    ["POST", "/k/v1/preview/app.json", "needs a system administrator"],
    ["GET", "/k/v1/records/acl/evaluate.json?app=1&ids[0]=1", "its official page"],
    ["PUT", "/k/v1/preview/app/customize.json", "official: system administrators, no token"],
    ["GET", "/k/v1/plugins.json", "not in the official list"],
    ["POST", "/k/v1/plugin.json", "official: system administrators, no token"],
    ["GET", "/k/v1/space.json?id=1", "not in the official list"],
    ["POST", "/k/v1/app/move.json", "not in the official list"],
    ["GET", "/k/v1/apps/statistics.json", "not in the official list"],
    ["POST", "/k/v1/guests.json", "official: password and session"],
    ["GET", "/v1/users.json", "the User API has tokens of its own"],
  ])(
    "does not cover %s %s [%s]",
    { evidence: documented("official documentation, the list of operations and the page of each"), needs: "doors" },
    async (method, path) => {
      const token = await generate(all);
      const body = method === "GET" ? undefined : { app, name: "x", scope: "ALL" };
      expect(await call(token, method, path, body)).toMatchObject(noRight);
    },
  );

  fact(
    "takes the action of a record only as its assignee",
    { evidence: documented("official page update-status"), needs: "doors" },
    async () => {
      const client = platform.client();
      const states = {
        未処理: { name: "未処理", index: 0, assignee: { type: "ONE", entities: [] } },
        処理中: {
          name: "処理中",
          index: 1,
          assignee: { type: "ANY", entities: [{ entity: { type: "USER", code: "tantou" } }] },
        },
        完了: { name: "完了", index: 2, assignee: { type: "ONE", entities: [] } },
      };
      const actions = [
        { name: "始める", from: "未処理", to: "処理中" },
        { name: "終える", from: "処理中", to: "完了" },
      ];
      const body = { app, enable: true, states, actions };
      await platform.call("PUT", "/k/v1/preview/app/status.json", { body });
      const token = await generate(all);
      const { id } = await client.record.addRecord({ app, record: {} });
      const act = async (action: string) => call(token, "PUT", "/k/v1/record/status.json", { app, id, action });
      expect(await act("始める")).toMatchObject({ status: 200 });
      expect(await act("終える")).toMatchObject({ body: { code: "GAIA_NT01" } });
    },
  );
});
