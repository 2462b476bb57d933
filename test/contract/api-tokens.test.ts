import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess, inClient, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// kintone makes tokens on a page only, so these cases run against the platform; the evidence stands beside each.
let platform: TestPlatform;
let app = "";

beforeAll(async () => {
  platform = await startTestPlatform();
  await platform.call("POST", "/v1/users.json", {
    body: { users: [{ code: "tantou", name: "担当者", password: "tantou" }] },
  });
});

afterAll(async () => {
  await platform.close();
});

beforeEach(async () => {
  app = await createApp({ 題名: { type: "SINGLE_LINE_TEXT", code: "題名", label: "題名" } });
});

type Rights = Partial<
  Record<"recordViewable" | "recordAddable" | "recordEditable" | "recordDeletable" | "appEditable", boolean>
>;

const all: Rights = {
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
  appEditable: true,
};

async function createApp(properties: Readonly<Record<string, unknown>>): Promise<string> {
  const client = platform.client();
  const { app: id } = await client.app.addApp({ name: "試験" });
  await platform.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app: id, properties } });
  await client.app.deployApp({ apps: [{ app: id }] });
  return id;
}

async function prepare(rights: Rights = {}, of = app): Promise<string> {
  const { body } = await platform.call("POST", "/k/platform/api-tokens.json", { body: { app: of, ...rights } });
  return textAt(body, "token");
}

async function deploy(of = app, revert = false): Promise<void> {
  await platform.client().app.deployApp({ apps: [{ app: of }], revert });
}

async function generate(rights: Rights = {}, of = app): Promise<string> {
  const token = await prepare(rights, of);
  await deploy(of);
  return token;
}

function textAt(body: unknown, key: string): string {
  const value: unknown = Object.entries(typeof body === "object" && body !== null ? body : {}).find(
    ([name]) => name === key,
  )?.[1];
  return String(value);
}

async function call(token: string, method: string, path: string, body?: unknown) {
  const response = await fetch(platform.url + path, {
    method,
    headers: {
      "X-Cybozu-API-Token": token,
      "Accept-Language": "en",
      ...(body !== undefined && { "Content-Type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
}

const noRight = {
  status: 403,
  body: { code: "GAIA_NO01", message: "Using this API token, you cannot run the specified API." },
};
const wrongToken = { status: 400, body: { code: "GAIA_IA02" } };

describe("an API token's life", () => {
  fact(
    "begins with the deploy after it was generated",
    { evidence: inClient("cli-kintone e2e: a draft token is GAIA_IA02"), needs: "doors" },
    async () => {
      const token = await prepare();
      expect(token).toMatch(/^[0-9A-Za-z]{40}$/u);
      expect(await call(token, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(wrongToken);
      await deploy();
      expect(await call(token, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject({ status: 200 });
    },
  );

  fact(
    "is the same for a changed right",
    { evidence: documented("help api_token: changes count after アプリを更新"), needs: "doors" },
    async () => {
      const token = await generate();
      const change = { app, token, recordAddable: true };
      await platform.call("PUT", "/k/platform/api-tokens.json", { body: change });
      expect(await call(token, "POST", "/k/v1/record.json", { app })).toMatchObject(noRight);
      await deploy();
      expect(await call(token, "POST", "/k/v1/record.json", { app })).toMatchObject({ status: 200 });
    },
  );

  fact(
    "ends with the deploy after it was deleted",
    { evidence: guess("guess, by the same rule"), needs: "doors" },
    async () => {
      const token = await generate();
      await platform.call("DELETE", "/k/platform/api-tokens.json", { body: { app, token } });
      expect(await call(token, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject({ status: 200 });
      await deploy();
      expect(await call(token, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(wrongToken);
    },
  );

  fact("is dropped with what else was prepared by a revert", { evidence: guess("guess"), needs: "doors" }, async () => {
    const token = await prepare();
    await deploy(app, true);
    await deploy();
    expect(await call(token, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(wrongToken);
    expect((await platform.call("GET", `/k/platform/api-tokens.json?app=${app}`)).body).toMatchObject({ tokens: [] });
  });

  fact(
    "starts with the right to view alone",
    { evidence: documented("official article api-tokens"), needs: "doors" },
    async () => {
      await prepare();
      const { body } = await platform.call("GET", `/k/platform/api-tokens.json?app=${app}`);
      expect(body).toMatchObject({
        tokens: [
          {
            live: false,
            recordViewable: true,
            recordAddable: false,
            recordEditable: false,
            recordDeletable: false,
            appEditable: false,
          },
        ],
      });
    },
  );

  fact("stops at 20 in one app", { evidence: documented("help api_token"), needs: "doors" }, async () => {
    for (let count = 0; count < 20; count += 1) {
      await prepare();
    }
    const answer = await platform.call("POST", "/k/platform/api-tokens.json", { body: { app } });
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
  });

  fact(
    "is in the hands of who manages the app, and of no token",
    { evidence: own("platform's own operation") },
    async () => {
      const path = `/k/platform/api-tokens.json?app=${app}`;
      expect(await platform.call("GET", path, { login: "tantou" })).toMatchObject({ status: 403 });
      expect(await call(await generate(all), "GET", path)).toMatchObject(noRight);
    },
  );

  fact(
    "appears in no answer about the app's settings and in no page of it",
    { evidence: own("the platform's own page") },
    async () => {
      const token = await generate(all);
      const client = platform.client();
      const answers = await Promise.all([client.app.getAppSettings({ app }), client.app.getApp({ id: app })]);
      expect(JSON.stringify(answers)).not.toContain(token);
    },
  );
});

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

const request = (of: string) => ({ method: "POST", api: "/k/v1/record.json", payload: { app: of } });

describe("several tokens", () => {
  fact(
    "reach the apps of all of them, by commas or by headers",
    { evidence: documented("official documentation 「認証」"), needs: "doors" },
    async () => {
      const other = await createApp({ 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } });
      const tokens = [await generate(), await generate({}, other)];
      for (const of of [app, other]) {
        expect(await call(tokens.join(", "), "GET", `/k/v1/records.json?app=${of}`)).toMatchObject({ status: 200 });
      }
      const headers = new Headers();
      for (const token of tokens) {
        headers.append("X-Cybozu-API-Token", token);
      }
      const response = await fetch(`${platform.url}/k/v1/records.json?app=${other}`, { headers });
      expect(response.status).toBe(200);
    },
  );

  fact(
    "let a lookup copy: without the source's token it finds nothing",
    { evidence: documented("official article multiple-api-token-capabilities; the code is a guess"), needs: "doors" },
    async () => {
      const source = await createApp({
        番号: { type: "SINGLE_LINE_TEXT", code: "番号", label: "番号", unique: true },
        名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" },
      });
      await platform.client().record.addRecord({ app: source, record: { 番号: { value: "A" }, 名: { value: "甲" } } });
      const target = await createApp({
        コピー: { type: "SINGLE_LINE_TEXT", code: "コピー", label: "コピー" },
        参照: {
          type: "SINGLE_LINE_TEXT",
          code: "参照",
          label: "参照",
          lookup: {
            relatedApp: { app: source },
            relatedKeyField: "番号",
            fieldMappings: [{ field: "コピー", relatedField: "名" }],
            lookupPickerFields: [],
            filterCond: "",
            sort: "",
          },
        },
      });
      const add = { app: target, record: { 参照: { value: "A" } } };
      const single = await generate(all, target);
      expect(await call(single, "POST", "/k/v1/record.json", add)).toMatchObject({ body: { code: "GAIA_LO04" } });
      const both = `${single},${await generate({}, source)}`;
      expect(await call(both, "POST", "/k/v1/record.json", add)).toMatchObject({ status: 200 });
      const { records } = await platform.client().record.getRecords({ app: target });
      expect(records).toMatchObject([{ コピー: { value: "甲" } }]);
    },
  );

  fact("are refused when one of them is wrong", { evidence: inClient("cli-kintone e2e"), needs: "doors" }, async () => {
    expect(await call(`${await generate()},nobody`, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(wrongToken);
    expect(await call("", "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(wrongToken);
  });

  fact(
    "are refused when two are of one app",
    { evidence: inClient("cli-kintone e2e: GAIA_DA03"), needs: "doors" },
    async () => {
      const tokens = `${await generate()},${await generate()}`;
      expect(await call(tokens, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject({
        status: 400,
        body: { code: "GAIA_DA03", message: "You cannot specify a duplicate API token for the same app." },
      });
    },
  );

  fact(
    "are at most nine",
    { evidence: documented("official documentation 「認証」; the code is ours"), needs: "doors" },
    async () => {
      const token = await generate();
      const ten = Array.from({ length: 10 }, () => token).join(",");
      expect(await call(ten, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject({ status: 400 });
    },
  );

  fact(
    "work in a bulk request over their apps",
    { evidence: documented("official documentation: the list of operations"), needs: "doors" },
    async () => {
      const other = await createApp({ 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } });
      const body = { requests: [request(app), request(other)] };
      const single = await generate(all);
      expect(await call(single, "POST", "/k/v1/bulkRequest.json", body)).toMatchObject({
        status: 403,
        body: { results: [{}, { code: "GAIA_NO01" }] },
      });
      const both = `${single},${await generate(all, other)}`;
      expect(await call(both, "POST", "/k/v1/bulkRequest.json", body)).toMatchObject({ status: 200 });
    },
  );

  fact(
    "keep the cursors of one app from the tokens of another",
    { evidence: guess("guess"), needs: "doors" },
    async () => {
      const other = await createApp({ 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } });
      const single = await generate();
      const { body } = await call(single, "POST", "/k/v1/records/cursor.json", { app });
      const cursor = `/k/v1/records/cursor.json?id=${textAt(body, "id")}`;
      const foreign = await generate({}, other);
      expect(await call(foreign, "GET", cursor)).toMatchObject(noRight);
      expect(await call(foreign, "DELETE", cursor)).toMatchObject(noRight);
      expect(await call(single, "GET", cursor)).toMatchObject({ status: 200, body: { next: false } });
    },
  );
});

const path = (): string => `/k/admin/app/apitoken?app=${app}`;

async function signIn(login: string) {
  const page = await fetch(`${platform.url}/login`);
  const csrf = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const answer = await fetch(`${platform.url}/login`, {
    method: "POST",
    headers: { Cookie: csrf },
    body: new URLSearchParams({ login, password: login, csrf: csrf.split("=")[1] ?? "" }),
    redirect: "manual",
  });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const open = async () => (await fetch(platform.url + path(), { headers: { Cookie: cookie } })).text();
  const send = async (fields: Record<string, string>) => {
    const requestToken = /name="__REQUEST_TOKEN__" value="([^"]+)"/u.exec(await open())?.[1] ?? "";
    return fetch(platform.url + path(), {
      method: "POST",
      headers: { Cookie: cookie },
      body: new URLSearchParams({ __REQUEST_TOKEN__: requestToken, ...fields }),
    });
  };
  return { open, send };
}

describe("the page of an app's tokens", () => {
  fact(
    "generates, changes, deletes and deploys without JavaScript",
    { evidence: own("platform's own page") },
    async () => {
      const { open, send } = await signIn("admin");
      const made = await send({ act: "add" });
      expect([made.status, await made.text()]).toEqual([200, expect.stringContaining("トークンを生成しました")]);
      const token = /value="([0-9A-Za-z]{40})"/u.exec(await open())?.[1] ?? "";
      await send({ act: "save", token, recordAddable: "true", note: "取り込み<b>" });
      expect(await open()).toContain("取り込み&lt;b&gt;");
      expect(await call(token, "POST", "/k/v1/record.json", { app })).toMatchObject(wrongToken);
      await send({ act: "deploy" });
      expect(await call(token, "POST", "/k/v1/record.json", { app })).toMatchObject({ status: 200 });
      expect(await call(token, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(noRight);
      expect(await (await send({ act: "remove", token })).text()).toContain("まだ使えます");
      await send({ act: "deploy" });
      expect(await call(token, "POST", "/k/v1/record.json", { app })).toMatchObject(wrongToken);
    },
  );

  fact(
    "is closed to who does not manage the app, and to a form of another page",
    { evidence: own("platform's own page") },
    async () => {
      const other = await signIn("tantou");
      expect(await other.open()).not.toContain("kp-token");
      const { send, open } = await signIn("admin");
      expect((await send({ act: "add", __REQUEST_TOKEN__: "forged" })).status).toBe(400);
      expect((await send({ act: "save", token: "nobody" })).status).toBe(400);
      expect(await open()).toContain("トークンはまだありません");
    },
  );
});

describe("tokens beside other ways to sign in", () => {
  fact(
    "come after a password and before a session",
    { evidence: guess("guess: fact sheet §2"), needs: "doors" },
    async () => {
      const token = await generate();
      const withPassword = await platform.call("GET", `/k/v1/apps.json`, {
        headers: { "X-Cybozu-API-Token": "wrong" },
      });
      expect(withPassword.status).toBe(200);
      const withSession = await fetch(`${platform.url}/k/v1/apps.json`, {
        headers: { "X-Cybozu-API-Token": token, "X-Requested-With": "XMLHttpRequest", Cookie: "kp_session=x" },
      });
      expect(withSession.status).toBe(403);
    },
  );

  fact("refuse OAuth clearly instead of passing it over", { evidence: own("not there") }, async () => {
    const response = await fetch(`${platform.url}/k/v1/apps.json`, { headers: { Authorization: "Bearer abc" } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "PLATFORM_NO_OAUTH" });
  });
});

describe("files", () => {
  fact(
    "go in with any token and out with one that may view the record",
    { evidence: documented("official documentation 「認証」, upload-file"), needs: "doors" },
    async () => {
      const withFile = await createApp({ 添付: { type: "FILE", code: "添付", label: "添付" } });
      const token = await generate(all, withFile);
      const client = new KintoneRestAPIClient({ baseUrl: platform.url, auth: { apiToken: token } });
      const { fileKey } = await client.file.uploadFile({ file: { name: "a.txt", data: "内容" } });
      const { id } = await client.record.addRecord({ app: withFile, record: { 添付: { value: [{ fileKey }] } } });
      const { record } = await client.record.getRecord({ app: withFile, id });
      const stored = JSON.stringify(record["添付"]);
      const key = /"fileKey":"(?<key>[^"]+)"/u.exec(stored)?.groups?.["key"] ?? "";
      expect(Buffer.from(await client.file.downloadFile({ fileKey: key })).toString("utf8")).toBe("内容");
      expect(await call(await generate(), "GET", `/k/v1/file.json?fileKey=${key}`)).toMatchObject(noRight);
    },
  );
});
