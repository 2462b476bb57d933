import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findOveruse } from "../scripts/deploy/fleet/find-overuse.ts";
import { renderFleet } from "../scripts/deploy/fleet/render-fleet.ts";
import type { Plan, PlannedRequest } from "../scripts/deploy/plan/plan.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import type { ObservedSuite } from "../scripts/deploy/plan/observed-suite.ts";
import type { TestFleet } from "./deploy/open-fleet.ts";
import { openFleet } from "./deploy/open-fleet.ts";
import type { Proxy } from "./deploy/start-proxy.ts";
import { startProxy } from "./deploy/start-proxy.ts";

describe("a fleet with a town whose calls of a day would not do", () => {
  let towns: TestFleet;

  beforeEach(async () => {
    towns = await openFleet();
  });

  afterEach(() => towns.close());

  it("puts it off without any change, says so in the table, and serves it when there is room", async () => {
    const waves = { canary: ["ichi"], wave1: ["ni"] };
    await towns.run(await towns.fleet({ canary: ["ichi"] }));
    const report = await towns.run(await towns.fleet(waves, { dailyCalls: 3 }));
    expect([report.exitCode, report.municipalities.map(({ outcome }) => outcome)]).toEqual([1, ["finished", "quota"]]);
    expect(await towns.appNames("ni")).toEqual([]);
    const text = renderFleet(report, "text");
    expect(text).toContain("上限のため見送り");
    expect(text).toContain("1日の上限3回を超えるため、何も変えずに見送りました");
    const next = await towns.run(await towns.fleet(waves));
    expect(next.municipalities.map(({ outcome }) => outcome)).toEqual(["finished", "applied"]);
  });
});

function planOf(count: number): Plan {
  const write: PlannedRequest = { method: "PUT", path: "/k/v1/preview/app/views.json", body: {} };
  const requests = Array.from({ length: count }, () => write);
  const steps = [{ app: "dept", area: "views", summary: "", requests, wave: 0 } as const];
  const nothing = { hazards: [], consents: [], manual: [], backups: [] };
  return { format: 2, environment: "x", mode: "merge", steps, ...nothing, waves: 1 };
}

describe("findOveruse", () => {
  let proxy: Proxy;

  beforeEach(async () => {
    proxy = await startProxy("http://localhost:1");
    const apps = [{ id: "7", dailyRequestCount: "9980", recordCount: "1" }];
    proxy.treat(() => ({ json: { apps } }));
  });

  afterEach(() => proxy.close());

  const observed: ObservedSuite = {
    apps: new Map([
      [
        "dept",
        { id: "7", revision: "1", liveRevision: "1", creator: "", areas: {}, recordKeys: null, isOwnDraft: false },
      ],
    ]),
    plugins: new Map(),
    missingPrincipals: new Set(),
  };

  it("adds a plan to what the app has taken today, asking once and only before many calls", async () => {
    const client = createKintoneClient({ baseUrl: proxy.url, username: "admin", password: "admin" });
    const find = (count: number) => findOveruse(client, { plan: planOf(count), observed, limit: 10_000 });
    expect(await find(21)).toEqual({ app: "dept", used: 9980, planned: 21 });
    expect(await find(20)).toBeNull();
    expect(proxy.seen).toHaveLength(2);
    expect(await find(5)).toBeNull();
    expect(proxy.seen).toHaveLength(2);
  });

  it("goes by the plan alone where the contract tells no figures", async () => {
    proxy.treat(() => ({ json: "nothing" }));
    const client = createKintoneClient({ baseUrl: proxy.url, username: "admin", password: "admin" });
    expect(await findOveruse(client, { plan: planOf(40), observed, limit: 10_000 })).toBeNull();
    expect(await findOveruse(client, { plan: planOf(40), observed, limit: 39 })).toMatchObject({ used: 0 });
  });
});
