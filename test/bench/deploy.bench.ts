import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import { declaredApps } from "../../scripts/deploy/desired/build-desired-suite.ts";
import { buildPlanRecords } from "../../scripts/deploy/desired/desired-records.ts";
import type { Deployment, PlanOptions } from "../../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../../scripts/deploy/engine.ts";
import type { Domain } from "../deploy/open-domain.ts";
import { openDomain } from "../deploy/open-domain.ts";
import { packTestPlugins } from "../deploy/pack-test-plugins.ts";

/**
 * What a run of the deployment costs: calls, which stay the same anywhere, and time with nothing, 30 ms and 100 ms added to each answer
 * by a proxy. The whole suite with its plan's records; only one app carries a settings file, so that one file can change.
 */
const latencies = [0, 30, 100];
const suite: readonly AppSchema[] = declaredApps.map((app) => (app.key === "action" ? app : { ...app, plugins: [] }));

type Row = { readonly name: string; readonly calls: number; readonly writes: number; readonly times: number[] };
const rows = new Map<string, Row>();

for (const latency of latencies) {
  await measureAll(latency);
}
console.log(
  `${suite.length} apps${"".padEnd(22)}${"calls".padStart(8)}${"writes".padStart(8)}${latencies.map((ms) => `+${ms} ms`.padStart(10)).join("")}`,
);
for (const { name, calls, writes, times } of rows.values()) {
  const cells = times.map((ms) => `${(ms / 1000).toFixed(2)} s`.padStart(10)).join("");
  console.log(`${name.padEnd(29)}${String(calls).padStart(8)}${String(writes).padStart(8)}${cells}`);
}

async function measureAll(latency: number): Promise<void> {
  const domain = await openDomain();
  try {
    const plugins = await packTestPlugins(domain.folder);
    const fresh = (apps = suite, parts: Partial<Deployment> = {}): Deployment =>
      domain.deployment(apps, { plugins, records: buildPlanRecords(), ...parts });
    domain.proxy.delay(latency);
    await measure(domain, "full creation", () => apply(fresh()));
    await measure(domain, "plan, unchanged", () => plan(fresh()));
    await measure(domain, "plan --exact, unchanged", () => plan(fresh(), { check: "exact" }));
    await measure(domain, "apply, unchanged", () => apply(fresh(), { check: "trust" }));
    await measure(domain, "apply, one field", () => apply(fresh(relabel()), { check: "trust" }));
    const { environment } = fresh();
    const parts = { environment: { ...environment, label: "別の名前" } };
    await measure(domain, "apply, one file", () => apply(fresh(relabel(), parts), { check: "trust" }));
  } finally {
    await domain.close();
  }
}

async function plan(deployment: Deployment, options?: PlanOptions): Promise<void> {
  await planDeployment(deployment, options);
}

async function apply(deployment: Deployment, options?: PlanOptions): Promise<void> {
  await applyDeployment(deployment, await planDeployment(deployment, options), () => {});
}

async function measure({ proxy }: Domain, name: string, work: () => Promise<void>): Promise<void> {
  proxy.seen.length = 0;
  const start = performance.now();
  await work();
  const row = rows.get(name) ?? { name, calls: proxy.seen.length, writes: proxy.writes().length, times: [] };
  row.times.push(performance.now() - start);
  rows.set(name, row);
}

function relabel(): AppSchema[] {
  return suite.map((app) => {
    const field = app.fields[app.keyField];
    return app.key === "dept" && field !== undefined
      ? { ...app, fields: { ...app.fields, [app.keyField]: { ...field, label: "課の記号" } } }
      : app;
  });
}
