import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// The pages need their bundle; what is in it does not matter here.
const isBuilt = existsSync(resolve(import.meta.dirname, "../../dist/platform/page.js"));
const evidence = documented("help: app_rights (importing and exporting files), notification settings of an app");

let platform: TestPlatform;
let app = "";

beforeAll(async () => {
  platform = await startTestPlatform();
  const users = ["yomu", "kaku"].map((code) => ({ code, name: code, password: code }));
  await platform.call("POST", "/v1/users.json", { body: { users } });
  const client = platform.client();
  ({ app } = await client.app.addApp({ name: "取り込み" }));
  const rights = { recordViewable: true, recordAddable: true, recordEditable: true };
  const acl = {
    app,
    rights: [
      { entity: { type: "USER", code: "kaku" }, ...rights, recordImportable: true, recordExportable: true },
      { entity: { type: "GROUP", code: "everyone" }, ...rights },
    ],
  };
  await platform.call("PUT", "/k/v1/preview/app/acl.json", { body: acl });
  await platform.call("PUT", "/k/v1/preview/app/notifications/general.json", {
    body: { app, notifications: [{ entity: { type: "USER", code: "yomu" }, fileImported: true }] },
  });
  await client.app.deployApp({ apps: [{ app }] });
});

afterAll(async () => {
  await platform.close();
});

async function open(login: string, path: string): Promise<number> {
  const page = await fetch(`${platform.url}/login`);
  const csrf = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const answer = await fetch(`${platform.url}/login`, {
    method: "POST",
    headers: { Cookie: csrf },
    body: new URLSearchParams({ login, password: login, csrf: csrf.split("=")[1] ?? "" }),
    redirect: "manual",
  });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return (await fetch(platform.url + path, { headers: { Cookie: cookie } })).status;
}

describe.skipIf(!isBuilt)("files of records", () => {
  fact("are read and written by whoever may, and by nobody else", { evidence, needs: "doors" }, async () => {
    for (const path of [`/k/${app}/import`, `/k/${app}/csv`]) {
      expect([path, await open("kaku", path), await open("yomu", path)]).toEqual([path, 200, 403]);
    }
  });
});

describe("a file that was read in", () => {
  const path = "/k/platform/file-imported.json";

  fact("is told to those whom the app's general notifications name", { evidence, needs: "doors" }, async () => {
    await platform.client("kaku").record.addRecords({ app, records: [{}, {}] });
    expect(await platform.call("POST", path, { login: "kaku", body: { app } })).toMatchObject({
      status: 200,
      body: {},
    });
    const inbox = await platform.call("GET", "/k/platform/inbox.json", { login: "yomu" });
    expect(inbox.body).toMatchObject({
      notices: [{ kind: "fileImported", actor: { code: "kaku" }, record: { id: "2" }, app: { id: app } }],
    });
  });

  fact("is nothing that somebody without the right can report", { evidence, needs: "doors" }, async () => {
    expect(await platform.call("POST", path, { login: "yomu", body: { app } })).toMatchObject({ status: 403 });
  });
});
