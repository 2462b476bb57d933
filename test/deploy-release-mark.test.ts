import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import { text } from "../apps-schema/schema/value-fields.ts";
import { memberOf, textOf } from "../scripts/deploy/client/json.ts";
import type { Deployment } from "../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../scripts/deploy/engine.ts";
import { findDrift } from "../scripts/deploy/release/find-drift.ts";
import { keepRelease, nameRelease } from "../scripts/deploy/release/keep-release.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { smallApp, smallSuite } from "./deploy/small-suite.ts";

let domain: Domain;

beforeEach(async () => {
  domain = await openDomain();
});

afterEach(() => domain.close());

/** As `deploy apply --release` does. */
async function release(apps: readonly AppSchema[], tag: string): Promise<void> {
  const deployment = domain.deployment(apps);
  const name = nameRelease(deployment, tag);
  await applyDeployment(deployment, await planDeployment(deployment, { check: "trust" }), () => {}, name);
  keepRelease(deployment, name);
}

/** Another machine, or this one after its state folder was lost. */
function elsewhere(apps: readonly AppSchema[], name = "lost"): Deployment {
  const { environment } = domain.deployment([]);
  return domain.deployment(apps, { state: openStateFile(join(domain.folder, name), environment) });
}

async function changeByHand(app: string, path: string, body: Record<string, object | string>): Promise<void> {
  await domain.client.write("PUT", `/k/v1/preview/${path}.json`, { app, ...JSON.parse(JSON.stringify(body)) });
  await domain.client.write("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });
}

const renamed = (): AppSchema[] =>
  smallSuite().map((app) => (app.key === "issue" ? smallApp("issue", { memo: text("覚え書き") }) : app));

describe("a domain whose state folder is lost", () => {
  it("still tells the last release, and what was changed by hand from what is newly declared", async () => {
    await release(smallSuite(), "はじめ");
    await release(renamed(), "令和8年12月");
    const calm = await planDeployment(elsewhere(renamed()));
    expect([calm.plan.steps, calm.observed.release?.tag]).toEqual([[], "令和8年12月"]);

    const memo = { type: "SINGLE_LINE_TEXT", code: "memo", label: "手で変えた" };
    await changeByHand("3", "app/form/fields", { properties: { memo } });
    const byHand = elsewhere(renamed(), "by-hand");
    expect(findDrift(byHand, await planDeployment(byHand))).toBe(true);
    // Older declarations than those that were applied last: the domain is no drift from them.
    const older = elsewhere(smallSuite(), "older");
    expect(findDrift(older, await planDeployment(older))).toBe(false);
  });

  it("knows nothing of a release where none was marked", async () => {
    const fresh = elsewhere(smallSuite());
    expect(findDrift(fresh, await planDeployment(fresh))).toBeNull();
  });
});

describe("the mark of a release", () => {
  it("is one write beside what changes anyway, and never a reason to write", async () => {
    await release(smallSuite(), "first");
    expect((await domain.plan(smallSuite())).plan.steps).toEqual([]);
    domain.proxy.seen.length = 0;
    await release(renamed(), "second");
    expect(
      domain.proxy.writes().map(({ method, path }) => `${method} ${path.replace("/k/v1/preview/app/", "")}`),
    ).toEqual(["PUT form/fields.json", "PUT settings.json", "POST deploy.json"]);
    expect((await domain.plan(renamed(), { check: "exact" })).plan.steps).toEqual([]);
    expect(findDrift(domain.deployment(renamed()), await domain.plan(renamed()))).toBe(false);
  });

  it("is put back where somebody takes it out of the description, and the app stays the one that it is", async () => {
    await release(smallSuite(), "first");
    await changeByHand("1", "app/settings", { description: "" });
    const { plan } = await domain.plan(smallSuite(), { check: "exact" });
    expect(plan.steps.map(({ area }) => area)).toEqual(["settings", "deploy"]);
    await domain.apply(smallSuite(), { check: "exact" });
    expect(domain.platform.store.apps.list()).toHaveLength(3);
    const settings = await domain.client.read("/k/v1/app/settings.json", { app: "1" });
    expect(textOf(memberOf(settings, "description"))).toContain("[machi-dx:dept");
  });
});
