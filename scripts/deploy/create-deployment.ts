import { declaredApps } from "./desired/build-desired-suite.ts";
import { buildPlanRecords, buildSampleRecords } from "./desired/desired-records.ts";
import type { Deployment } from "./engine.ts";
import type { Environment } from "./environment.ts";
import { applyOverlay } from "./overlay/apply-overlay.ts";
import { loadPackedPlugins } from "./load-packed-plugins.ts";
import { defaultStateFolder, openStateFile } from "./state/state-file.ts";

type Options = {
  readonly withSample: boolean;
  /** Whether the sample may name the accounts of the local platform; else whoever loads it has its drafts. */
  readonly withLocalPeople?: boolean;
  /** Where the state file is; another folder for a platform with its own data folder. */
  readonly stateFolder?: string;
};

/** The whole suite for one environment: declarations, the plugins as built, the plan's records, and the sample only locally. */
export function createDeployment(environment: Environment, options: Options): Deployment {
  return {
    environment,
    apps: applyOverlay(environment.name, declaredApps, environment.overlay),
    plugins: loadPackedPlugins(),
    records: buildPlanRecords(),
    sample: options.withSample && environment.isLocal ? buildSampleRecords(options.withLocalPeople) : [],
    state: openStateFile(options.stateFolder ?? defaultStateFolder(), environment),
  };
}
