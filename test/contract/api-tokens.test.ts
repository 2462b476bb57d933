import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import {
  all,
  call,
  createApp,
  createTitledApp,
  generateToken,
  noRight,
  prepareToken,
  type Rights,
  startTokenPlatform,
  wrongToken,
} from "./api-tokens/tokens.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess, inClient, own } from "./target/evidence.ts";
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

const prepare = async (rights: Rights = {}, of = app): Promise<string> => prepareToken(of, rights);

async function deploy(of = app, revert = false): Promise<void> {
  await platform.client().app.deployApp({ apps: [{ app: of }], revert });
}

const generate = async (rights: Rights = {}, of = app): Promise<string> => generateToken(of, rights);

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
