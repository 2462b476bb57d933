import { createHash } from "node:crypto";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { PackedPlugin } from "../../build/pack-plugin.ts";
import { declaredApps } from "../desired/build-desired-suite.ts";
import { buildPlanRecords } from "../desired/desired-records.ts";
import type { Deployment } from "../engine.ts";
import type { Environment } from "../environment.ts";
import { loadPackedPlugins } from "../load-packed-plugins.ts";
import { applyOverlay } from "../overlay/apply-overlay.ts";
import type { DesiredRecords } from "../plan/desired-suite.ts";
import type { DeployMode } from "../plan/plan.ts";
import { defaultStateFolder, openStateFile } from "../state/state-file.ts";

/** What all municipalities share, computed once; each adds only its own words. */
export type FleetSuite = {
  /** SHA-256 of everything that is the same everywhere: apps, plugins, records and the mode. */
  readonly hash: string;
  readonly stateFolder: string;
  readonly plugins: readonly PackedPlugin[];
  readonly toDeployment: (environment: Environment) => Deployment;
};

type Parts = {
  readonly mode: DeployMode;
  readonly apps?: readonly AppSchema[];
  readonly plugins?: readonly PackedPlugin[];
  readonly records?: readonly DesiredRecords[];
  readonly stateFolder?: string;
};

export function createFleetSuite({
  mode,
  apps = declaredApps,
  plugins = loadPackedPlugins(),
  records = buildPlanRecords(),
  stateFolder = defaultStateFolder(),
}: Parts): FleetSuite {
  const known = new Map<string, AppSchema>();
  /** Two towns that say the same of an app share one declaration. */
  function share(app: AppSchema, overlay: unknown): AppSchema {
    const name = `${app.key} ${JSON.stringify(overlay ?? null)}`;
    const shared = known.get(name) ?? app;
    known.set(name, shared);
    return shared;
  }
  const zips = plugins.map(({ id, version, sha256 }) => [id, version, sha256]);
  return {
    hash: createHash("sha256")
      .update(JSON.stringify([mode, apps, zips, records]))
      .digest("hex"),
    stateFolder,
    plugins,
    toDeployment: (environment) => ({
      environment,
      apps: applyOverlay(environment.name, apps, environment.overlay).map((app) =>
        share(app, environment.overlay[app.key]),
      ),
      plugins,
      records,
      sample: [],
      state: openStateFile(stateFolder, environment),
    }),
  };
}
