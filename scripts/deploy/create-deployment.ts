import type { Role } from "../../apps-schema/schema/app-key.ts";
import { declaredApps } from "./desired/build-desired-suite.ts";
import { buildPlanRecords, buildSampleRecords } from "./desired/desired-records.ts";
import type { Deployment } from "./engine.ts";
import type { Environment } from "./environment.ts";
import { applyOverlay } from "./overlay/apply-overlay.ts";
import { loadPackedPlugins } from "./load-packed-plugins.ts";
import { defaultStateFolder, openStateFile } from "./state/state-file.ts";

type Options = {
  readonly withSample: boolean;
  /** Whose drafts the sample actions are, where that account is known to exist; else whoever loads them has them. */
  readonly sampleOwner?: Role;
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
    sample: options.withSample && environment.isLocal ? buildSampleRecords(options.sampleOwner) : [],
    state: openStateFile(options.stateFolder ?? defaultStateFolder(), environment),
  };
}
