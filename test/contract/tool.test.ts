import type { TestPlatform } from "./harness.ts";
import { startTestPlatform } from "./harness.ts";
import { own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect } from "vitest";

// Not of kintone: these calls are the platform's own, below /k/platform/.

const seed = {
  organizations: [{ code: "soumu", name: "総務課" }],
  groups: [{ code: "kachou", name: "課長" }],
  users: [{ code: "sato", name: "佐藤", groups: ["kachou"], organizations: ["soumu"] }],
  apps: [
    {
      name: "案件",
      fields: {
        code: { type: "SINGLE_LINE_TEXT", code: "code", label: "番号" },
        dept: {
          type: "SINGLE_LINE_TEXT",
          code: "dept",
          label: "課",
          lookup: {
            relatedApp: { app: "2" },
            relatedKeyField: "key",
            fieldMappings: [],
            lookupPickerFields: [],
            filterCond: "",
            sort: "",
          },
        },
      },
      views: {
        一覧: { index: 0, type: "LIST", name: "一覧", fields: ["code"], filterCond: "", sort: "$id asc" },
      },
      settings: { description: "種から" },
      records: Array.from({ length: 130 }, (_, index) => ({ code: `A-${index + 1}` })),
    },
    {
      name: "課",
      // Nobody may add to it; its records are there all the same.
      acl: { rights: [{ entity: { type: "GROUP", code: "everyone" }, recordViewable: true }] },
      fields: { key: { type: "SINGLE_LINE_TEXT", code: "key", label: "課", unique: true } },
      records: [{ key: { value: "総務課" } }],
    },
  ],
};

let server: TestPlatform;
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "machi-dx-tool-"));
});

afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("a seed", () => {
  fact(
    "fills an empty folder once: people, apps that refer to each other, records",
    { evidence: own("the tool around the platform") },
    async () => {
      server = await startTestPlatform({ dataDir, seed });
      const client = server.client();
      const { records } = await client.record.getRecords({ app: 1, query: 'code = "A-130"' });
      const { totalCount } = await client.record.getRecords({ app: 1, totalCount: true });
      expect({ id: records[0]?.["$id"]?.value, totalCount }).toEqual({ id: "130", totalCount: "130" });
      expect((await client.app.getApp({ id: 1 })).description).toBe("種から");
      expect((await client.record.getRecords({ app: 2 })).records).toHaveLength(1);
      expect((await server.call("POST", "/k/v1/record.json", { body: { app: 2 } })).status).toBe(403);
      expect((await server.call("GET", "/v1/user/groups.json?code=sato")).body).toMatchObject({
        groups: expect.arrayContaining([expect.objectContaining({ code: "kachou" })]) as unknown,
      });
      await server.close();
      server = await startTestPlatform({ dataDir, seed });
      expect((await server.client().record.getRecords({ app: 1, totalCount: true })).totalCount).toBe("130");
    },
  );

  fact(
    "leaves the folder empty when it is refused, and says where the mistake is",
    { evidence: own("the tool around the platform") },
    async () => {
      const broken = { ...seed, apps: [...seed.apps, { name: "x", fields: { f: { type: "NO_SUCH", code: "f" } } }] };
      await expect(startTestPlatform({ dataDir, seed: broken })).rejects.toThrow("apps[2].fields");
      const [cases, ...others] = seed.apps;
      const unknown = { ...seed, apps: [{ ...cases, records: [{ dept: "ない課" }] }, ...others] };
      await expect(startTestPlatform({ dataDir, seed: unknown })).rejects.toThrow(
        /ルックアップの参照先[\s\S]*does not exist in the datasource/u,
      );
      server = await startTestPlatform({ dataDir });
      expect((await server.client().app.getApps({})).apps).toEqual([]);
      expect(await server.call("POST", "/k/platform/domains.json", { body: { seed: broken } })).toMatchObject({
        status: 400,
        body: { code: "CB_VA01", errors: { seed: { messages: [expect.stringContaining("apps[2].fields")] } } },
      });
      expect((await server.call("GET", "/k/platform/domains.json")).body).toEqual({ domains: [] });
    },
  );
});

describe("snapshot and restore", () => {
  fact("brings the whole domain back while it runs", { evidence: own("the tool around the platform") }, async () => {
    server = await startTestPlatform({ dataDir, seed });
    const client = server.client();
    const snapshot = await server.call("POST", "/k/platform/snapshot.json", { body: { name: "before" } });
    expect(snapshot).toMatchObject({ status: 200, body: { name: "before" } });
    expect(statSync(join(dataDir, "snapshots", "before.sqlite")).mode & 0o077).toBe(0);
    await client.record.deleteRecords({ app: 1, ids: [1, 2, 3] });
    await client.record.addRecord({ app: 1, record: { code: { value: "later" } } });
    await server.call("POST", "/v1/users.json", { body: { users: [{ code: "new", name: "new", password: "new" }] } });
    expect(await server.call("POST", "/k/platform/restore.json", { body: { name: "before" } })).toMatchObject({
      status: 200,
    });
    expect((await client.record.getRecords({ app: 1, totalCount: true })).totalCount).toBe("130");
    expect((await server.call("GET", "/k/v1/apps.json", { login: "new" })).status).toBe(401);
    // Numbers go on from where the snapshot was, as everything else does.
    expect((await client.record.addRecord({ app: 1, record: {} })).id).toBe("131");
  });

  fact(
    "lets calls that come during a restore meet the old or the new state, and none fail",
    { evidence: own("the tool around the platform") },
    async () => {
      server = await startTestPlatform({ dataDir, seed });
      const client = server.client();
      await server.call("POST", "/k/platform/snapshot.json", { body: { name: "s" } });
      const writes = Array.from({ length: 30 }, async () => client.record.addRecord({ app: 1, record: {} }));
      const restores = server.call("POST", "/k/platform/restore.json", { body: { name: "s" } });
      expect((await restores).status).toBe(200);
      const answers = await Promise.allSettled(writes);
      expect(answers.filter(({ status }) => status === "rejected")).toEqual([]);
      const { totalCount } = await client.record.getRecords({ app: 1, totalCount: true });
      expect(Number(totalCount)).toBeGreaterThanOrEqual(130);
    },
  );

  fact(
    "refuses a snapshot that is not there and a name that leads elsewhere, and changes nothing",
    { evidence: own("the tool around the platform") },
    async () => {
      server = await startTestPlatform({ dataDir, seed });
      const missing = await server.call("POST", "/k/platform/restore.json", { body: { name: "none" } });
      expect(missing).toMatchObject({ status: 404, body: { code: "PLATFORM_NO_SNAPSHOT" } });
      const elsewhere = await server.call("POST", "/k/platform/snapshot.json", { body: { name: "../x" } });
      expect(elsewhere).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
      expect((await server.client().record.getRecords({ app: 1, totalCount: true })).totalCount).toBe("130");
    },
  );
});

describe("faults on demand", () => {
  fact(
    "meets the requests that were named, after those to pass, as often as asked",
    { evidence: own("the tool around the platform") },
    async () => {
      server = await startTestPlatform({ dataDir, seed });
      await server.call("POST", "/k/platform/faults.json", {
        body: [{ match: { method: "get", path: "/k/v1/record.json" }, skip: 1, count: 2, status: 503 }],
      });
      const read = async (): Promise<number> => (await server.call("GET", "/k/v1/record.json?app=1&id=1")).status;
      expect([await read(), await read(), await read(), await read()]).toEqual([200, 503, 503, 200]);
      expect((await server.call("GET", "/k/v1/records.json?app=1")).status).toBe(200);
      expect((await server.call("GET", "/k/platform/faults.json")).body).toMatchObject({
        faults: [{ seen: 4, hits: 2 }],
      });
    },
  );

  fact(
    "cuts the connection before or after the work is done",
    { evidence: own("the tool around the platform") },
    async () => {
      server = await startTestPlatform({ dataDir, seed });
      await server.call("POST", "/k/platform/faults.json", {
        body: {
          faults: [
            { match: { path: "/k/v1/rec*.json" }, drop: true },
            { match: { path: "/k/v1/rec*.json" }, drop: "after" },
          ],
        },
      });
      const add = (): Promise<unknown> => server.call("POST", "/k/v1/record.json", { body: { app: 1, record: {} } });
      await expect(add()).rejects.toThrow("fetch failed");
      await expect(add()).rejects.toThrow("fetch failed");
      const { totalCount } = await server.client().record.getRecords({ app: 1, totalCount: true });
      expect(totalCount).toBe("131");
    },
  );

  fact("delays, and forgets all faults when asked", { evidence: own("the tool around the platform") }, async () => {
    server = await startTestPlatform({ dataDir, seed });
    await server.call("POST", "/k/platform/faults.json", { body: [{ delayMs: 300, count: null }] });
    const start = performance.now();
    expect((await server.call("GET", "/k/v1/record.json?app=1&id=1")).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(290);
    await server.call("DELETE", "/k/platform/faults.json");
    expect((await server.call("GET", "/k/platform/faults.json")).body).toEqual({ faults: [] });
  });

  fact("says what is wrong with an order", { evidence: own("the tool around the platform") }, async () => {
    server = await startTestPlatform({ dataDir, seed });
    const answer = await server.call("POST", "/k/platform/faults.json", { body: [{ match: { path: "/x" } }] });
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
    // Found by test/fuzz: a key that every object inherits.
    const inherited = await server.call("POST", "/k/platform/faults.json", { body: { hasOwnProperty: 1 } });
    expect(inherited).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
  });
});

describe("the request log", () => {
  fact(
    "shows what was called, with a filter, and holds no secrets",
    { evidence: own("the tool around the platform") },
    async () => {
      server = await startTestPlatform({ dataDir, seed });
      await server.call("GET", "/k/v1/record.json?app=1&id=999&__REQUEST_TOKEN__=geheim");
      await server.call("GET", "/k/v1/records.json?app=1");
      const errors = await server.call("GET", "/k/platform/requests.json?status=4xx");
      expect(errors.body).toMatchObject({
        requests: [{ method: "GET", path: "/k/v1/record.json", status: 404, code: "GAIA_RE01", caller: "admin" }],
      });
      const all = await server.call("GET", "/k/platform/requests.json");
      const text = JSON.stringify(all.body);
      expect(text).toContain("/k/v1/records.json");
      expect(text).not.toContain("geheim");
      expect(text).not.toContain(Buffer.from("admin:admin").toString("base64"));
    },
  );
});

describe("domains", () => {
  fact(
    "opens a domain of its own from a snapshot, and closes it without a trace",
    { evidence: own("the tool around the platform") },
    async () => {
      server = await startTestPlatform({ dataDir, seed });
      await server.call("POST", "/k/platform/snapshot.json", { body: { name: "base" } });
      const opened = await server.call("POST", "/k/platform/domains.json", { body: { snapshot: "base" } });
      const { id, url } = toDomain(opened.body);
      const headers = { "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64") };
      const inside = await fetch(`${url}/k/v1/records.json?app=1&totalCount=true`, { headers });
      expect(await inside.json()).toMatchObject({ totalCount: "130" });
      await fetch(`${url}/k/v1/records.json?app=1&ids[0]=1`, { method: "DELETE", headers });
      expect((await server.client().record.getRecords({ app: 1, totalCount: true })).totalCount).toBe("130");
      expect((await fetch(`${url}/k/platform/domains.json`, { headers })).status).not.toBe(200);
      expect((await server.call("DELETE", `/k/platform/domains.json?id=${id}`)).status).toBe(200);
      await expect(fetch(url)).rejects.toThrow("fetch failed");
      expect(existsSync(join(dataDir, "domains", id))).toBe(false);
    },
  );
});

describe("who may", () => {
  fact("lets only administrators use the tool", { evidence: own("the tool around the platform") }, async () => {
    server = await startTestPlatform({ dataDir, seed });
    for (const [method, path] of [
      ["POST", "snapshot"],
      ["POST", "restore"],
      ["POST", "faults"],
      ["GET", "requests"],
      ["POST", "domains"],
    ] as const) {
      const answer = await server.call(method, `/k/platform/${path}.json`, { login: "sato" });
      expect(answer).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
    }
    expect((await fetch(`${server.url}/k/platform/requests.json`)).status).toBe(401);
  });
});

function toDomain(body: unknown): { readonly id: string; readonly url: string } {
  if (typeof body !== "object" || body === null || !("id" in body) || !("url" in body)) {
    throw new TypeError(`no domain: ${JSON.stringify(body)}`);
  }
  return { id: String(body.id), url: String(body.url) };
}
