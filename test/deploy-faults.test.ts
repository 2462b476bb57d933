import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppKey } from "../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import type { JsonObject } from "../scripts/deploy/client/json.ts";
import { listOf, memberOf, objectOf } from "../scripts/deploy/client/json.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { smallApp, smallSuite } from "./deploy/small-suite.ts";

let domain: Domain;
let count = 0;

beforeAll(async () => {
  domain = await openDomain();
  await domain.apply(suite());
});

afterAll(() => domain.close());

/** The small suite under another name each time, so that each run has something to write. */
function suite(): AppSchema[] {
  return smallSuite().map((app) => ({ ...app, name: `${app.name} ${count}` }));
}

function renamedSuite(): AppSchema[] {
  count += 1;
  return suite();
}

/** Lets the platform itself fail on demand, as a busy kintone does. */
async function fail(...faults: JsonObject[]): Promise<void> {
  await domain.client.write("POST", "/k/platform/faults.json", { faults });
}

const creation = "/k/v1/preview/app.json";

function countMade(key: AppKey): number {
  return domain.platform.store.apps.list().filter(({ preview }) => preview.general.name === `試験 ${key}`).length;
}

const busy = { match: { method: "PUT", path: "/k/v1/preview/*" } };

const passing: readonly (readonly [string, JsonObject])[] = [
  ["429 to a write", { ...busy, status: 429 }],
  ["502 to a write", { ...busy, status: 502 }],
  ["503 to a write", { ...busy, status: 503 }],
  ["503 twice to a look", { match: { method: "GET" }, count: 2, status: 503 }],
  ["504 to a look", { match: { method: "GET" }, status: 504 }],
  ["a connection that breaks before a write", { ...busy, drop: "before" }],
  ["a connection that breaks after a write", { ...busy, drop: "after" }],
  [
    "a connection that breaks at a look",
    { match: { method: "GET", path: "/k/v1/preview/app/deploy.json" }, drop: true },
  ],
  ["503 to a deploy", { match: { method: "POST", path: "/k/v1/preview/app/deploy.json" }, status: 503 }],
];

describe("a kintone that is busy", () => {
  it.each(passing)("%s: the run waits a little and goes on", async (_, fault) => {
    await fail(fault);
    await domain.apply(renamedSuite());
    const { faults } = objectOf(await domain.client.read("/k/platform/faults.json"));
    expect(listOf(faults).map((each) => memberOf(each, "hits"))).toEqual([fault["count"] ?? 1]);
    await domain.client.write("DELETE", "/k/platform/faults.json", {});
    const names = domain.platform.store.apps.list().map(({ live }) => live?.general.name);
    expect(names).toEqual(suite().map(({ name }) => name));
    expect((await domain.plan(suite(), { check: "exact" })).plan.steps).toEqual([]);
  });

  it("is asked again for an app that it said it did not make", async () => {
    await fail({ match: { method: "POST", path: creation }, status: 429 });
    await domain.apply([smallApp("meeting", {})]);
    expect(countMade("meeting")).toBe(1);
  });

  it.each([
    ["503", "homework", { status: 503 }, "busy"],
    ["a lost answer", "revision", { drop: "after" }, "offline"],
  ] as const)(
    "is never asked twice for an app that it may have made (%s), and the next run finds out",
    async (_, key, fault, code) => {
      await fail({ match: { method: "POST", path: creation }, ...fault });
      domain.proxy.seen.length = 0;
      await expect(domain.apply([smallApp(key, {})])).rejects.toMatchObject({
        code,
        message: expect.stringContaining("もう一度実行"),
      });
      expect(domain.proxy.writes().map(({ path }) => path)).toEqual([creation]);
      await domain.apply([smallApp(key, {})]);
      expect(countMade(key)).toBe(1);
    },
  );

  it("that stays busy ends the run with what to do, and the next one goes on from there", async () => {
    await fail({ ...busy, skip: 1, count: null, status: 429 });
    const apps = renamedSuite();
    await expect(domain.apply(apps)).rejects.toMatchObject({
      code: "busy",
      message: expect.stringMatching(/で止まりました。.*少し待ってから、もう一度実行/u),
    });
    await domain.client.write("DELETE", "/k/platform/faults.json", {});
    await domain.apply(apps);
    expect((await domain.plan(apps, { check: "exact" })).plan.steps).toEqual([]);
  });
});

describe("a deploy", () => {
  it("that takes its time is waited for", async () => {
    const slow = await openDomain(700);
    try {
      await slow.apply([smallApp("issue", {})]);
      expect((await slow.plan([smallApp("issue", {})], { check: "exact" })).plan.steps).toEqual([]);
    } finally {
      await slow.close();
    }
  });

  it.each(["FAIL", "CANCEL"])(
    "that ends in %s says why to look where, and the next run goes on from there",
    async (status) => {
      domain.proxy.treat(({ method, path }) =>
        method === "GET" && path.endsWith("/deploy.json") ? { json: { apps: [{ app: "1", status }] } } : "pass",
      );
      const apps = renamedSuite();
      await expect(domain.apply(apps)).rejects.toMatchObject({
        code: "deploy-failed",
        message: expect.stringMatching(new RegExp(`${status}.*直してから、もう一度実行`, "u")),
      });
      domain.proxy.treat(() => "pass");
      await domain.apply(apps);
      expect((await domain.plan(apps, { check: "exact" })).plan.steps).toEqual([]);
    },
  );
});
