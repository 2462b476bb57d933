import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { PackedPlugin } from "../build/pack-plugin.ts";
import { applyPlan, type ApplyContext } from "./apply/apply-plan.ts";
import { createKintoneClient } from "./client/kintone-client.ts";
import { buildDesiredSuite } from "./desired/build-desired-suite.ts";
import type { Environment } from "./environment.ts";
import { observeSuite } from "./observe/observe-suite.ts";
import type { DesiredRecords } from "./plan/desired-suite.ts";
import type { ObservedSuite } from "./plan/observed-suite.ts";
import { appPlaceholder } from "./plan/placeholder.ts";
import { planSuite } from "./plan/plan-suite.ts";
import type { Plan } from "./plan/plan.ts";
import type { StateFile } from "./state/state-file.ts";

/** Everything that one run is about. */
export type Deployment = {
  readonly environment: Environment;
  readonly apps: readonly AppSchema[];
  readonly plugins: readonly PackedPlugin[];
  readonly records: readonly DesiredRecords[];
  /** Empty where no sample is wanted. */
  readonly sample: readonly DesiredRecords[];
  readonly state: StateFile;
};

export type PlannedSuite = { readonly plan: Plan; readonly observed: ObservedSuite };

/** Reads the domain and plans; makes no write. */
export async function planDeployment(deployment: Deployment): Promise<PlannedSuite> {
  const { environment, apps, plugins, state } = deployment;
  const observed = await observeDeployment(deployment);
  const records = [...deployment.records, ...(isSampleSettled(state, observed) ? [] : deployment.sample)];
  const desired = buildDesiredSuite(
    { environment, apps, plugins, records },
    (key) => observed.apps.get(key)?.id ?? appPlaceholder(key),
  );
  return { plan: planSuite(desired, observed), observed };
}

/** What the domain is now, as far as this deployment declares it. */
export function observeDeployment(deployment: Deployment): Promise<ObservedSuite> {
  const { environment, apps, plugins, records, sample, state } = deployment;
  return observeSuite(createKintoneClient(environment), state, {
    names: new Map(apps.map(({ key, name }) => [key, name])),
    pluginIds: plugins.map((plugin) => plugin.id),
    principals: Object.values(environment.principals),
    records: collectKeys(apps, [...records, ...sample]),
  });
}

/** Once loaded, what staff did with the sample stays: a sample record that somebody deleted does not come back by itself. */
function isSampleSettled(state: StateFile, observed: ObservedSuite): boolean {
  const action = observed.apps.get("action");
  return state.sample() !== undefined && action !== undefined && action.id === state.appId("action");
}

/** Applies a plan that was just made from this deployment. */
export async function applyDeployment(
  deployment: Deployment,
  { plan, observed }: PlannedSuite,
  onProgress: ApplyContext["onProgress"],
): Promise<void> {
  const { environment, state, sample } = deployment;
  const apps = new Map([...observed.apps].map(([key, app]) => [key, app.id]));
  const client = createKintoneClient(environment);
  if (!isSampleSettled(state, observed)) {
    state.forgetSample();
  }
  for (const [key, id] of apps) {
    state.saveApp(key, { id, hasDraft: state.hasDraft(key, id) });
  }
  await applyPlan(plan, { client, credentials: environment, state, apps, onProgress });
  if (sample.length > 0 && state.sample() === undefined) {
    state.saveSample("loaded");
  }
}

type KeysOfApp = { readonly keyField: string; readonly keys: readonly string[] };

function collectKeys(apps: readonly AppSchema[], records: readonly DesiredRecords[]): Map<AppKey, KeysOfApp> {
  return new Map(
    apps.flatMap(({ key, keyField }) => {
      const keys = records.filter((each) => each.app === key).flatMap((each) => each.records.map((one) => one.key));
      return keys.length === 0 ? [] : [[key, { keyField, keys }] as const];
    }),
  );
}
