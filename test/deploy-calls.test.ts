import { mkdtempSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import type { PackedPlugin } from "../scripts/build/pack-plugin.ts";
import { declaredApps } from "../scripts/deploy/desired/build-desired-suite.ts";
import { buildPlanRecords } from "../scripts/deploy/desired/desired-records.ts";
import type { Deployment, PlanOptions, PlannedSuite } from "../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../scripts/deploy/engine.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { packTestPlugins } from "./deploy/pack-test-plugins.ts";

let domain: Domain;
let plugins: PackedPlugin[] = [];

/** Only one app carries a file, so that another label changes exactly one. */
const oneFile: readonly AppSchema[] = declaredApps.map((app) => (app.key === "action" ? app : { ...app, plugins: [] }));

function deployment(apps: readonly AppSchema[] = oneFile, parts: Partial<Deployment> = {}): Deployment {
  return domain.deployment(apps, { plugins, records: buildPlanRecords(), ...parts });
}

/** Plans and applies as `deploy apply` does, and answers how many calls that took. */
async function countApply(fresh: Deployment, options: PlanOptions = { check: "trust" }): Promise<number> {
  domain.proxy.seen.length = 0;
  await applyDeployment(fresh, await planDeployment(fresh, options), () => {});
  return domain.proxy.seen.length;
}

async function countPlan(options: PlanOptions, apps?: readonly AppSchema[]): Promise<{ calls: number } & PlannedSuite> {
  domain.proxy.seen.length = 0;
  const planned = await planDeployment(deployment(apps), options);
  return { ...planned, calls: domain.proxy.seen.length };
}

function relabel(label: string): AppSchema[] {
  return oneFile.map((app) => {
    const field = app.fields[app.keyField];
    return app.key === "dept" && field !== undefined
      ? { ...app, fields: { ...app.fields, [app.keyField]: { ...field, label } } }
      : app;
  });
}

let created = { calls: 0, least: 0 };

beforeAll(async () => {
  domain = await openDomain();
  plugins = await packTestPlugins(domain.folder);
  const fresh = deployment();
  const planned = await planDeployment(fresh);
  domain.proxy.seen.length = 0;
  const calls = await countApply(fresh, {});
  created = { calls, least: countLeast(planned) };
});

afterAll(() => domain.close());

/** The formula of the least: every app, its fields, references, areas that differ from a new app's, files, records and deploys. */
function countLeast({ plan, desired }: PlannedSuite): number {
  const n = desired.apps.length;
  const areas = desired.apps.flatMap((app) => Object.keys(app.bodies).filter((area) => area !== "fields")).length;
  const count = (area: string): number => plan.steps.filter((step) => step.area === area).length;
  const files = desired.apps.filter((app) => app.settingsScript !== null).length;
  const records = plan.steps.filter(({ area }) => area === "records").flatMap(({ requests }) => requests).length;
  const domainCalls = 2 + 2 * plugins.length + count("principals");
  return domainCalls + n + n + count("references") + areas + files + records + 2 * plan.waves;
}

describe("calls", () => {
  it("to create the suite are at most 5 % above the least", () => {
    expect(created.calls).toBeLessThanOrEqual(Math.floor(created.least * 1.05));
  });

  it("for a plan of an unchanged suite are two, and one more for each app when drafts count as well", async () => {
    const stamp = await countPlan({});
    expect([stamp.plan.steps, stamp.calls]).toEqual([[], 2]);
    const exact = await countPlan({ check: "exact" });
    expect(exact.plan.steps).toEqual([]);
    expect(exact.calls).toBeLessThanOrEqual(oneFile.length + 1);
  });

  it("to apply an unchanged suite are two, none of them a write", async () => {
    expect(await countApply(deployment())).toBe(2);
    expect(domain.proxy.writes()).toEqual([]);
  });

  it("for one changed field are at most five, with a look and without, the mark of the release among them", async () => {
    expect(await countApply(deployment(relabel("課の記号")))).toBe(4);
    expect(await countApply(deployment(relabel("課コード")), {})).toBeLessThanOrEqual(5);
    expect((await countPlan({ check: "exact" }, relabel("課コード"))).plan.steps).toEqual([]);
  });

  it("for one changed file are four", async () => {
    const fresh = deployment(relabel("課コード"));
    const environment = { ...fresh.environment, label: "別の名前" };
    expect(await countApply({ ...fresh, environment })).toBe(4);
    const again = { ...deployment(relabel("課コード")), environment };
    const { plan } = await planDeployment(again, { check: "exact" });
    expect(plan.steps).toEqual([]);
  });

  it("after the state was lost read each app once and remember it", async () => {
    const folder = mkdtempSync(`${domain.folder}/lost-`);
    const fresh = deployment(relabel("課コード"));
    const environment = { ...fresh.environment, label: "別の名前" };
    const lost = { ...fresh, environment, state: openStateFile(folder, environment) };
    expect((await planDeployment(lost)).plan.steps).toEqual([]);
    domain.proxy.seen.length = 0;
    expect((await planDeployment({ ...lost, state: openStateFile(folder, environment) })).plan.steps).toEqual([]);
    expect(domain.proxy.seen.length).toBe(2);
  });
});
