import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { KintoneClient } from "../../deploy/client/kintone-client.ts";
import { declaredApps } from "../../deploy/desired/build-desired-suite.ts";
import type { Environment } from "../../deploy/environment.ts";
import { findApps } from "../../deploy/observe/find-apps.ts";
import { applyOverlay } from "../../deploy/overlay/apply-overlay.ts";
import { defaultStateFolder, openStateFile } from "../../deploy/state/state-file.ts";

export type SuiteApps = { readonly apps: readonly AppSchema[]; readonly ids: ReadonlyMap<AppKey, string> };

/** The suite's apps as this environment says them, and where they are in its domain. */
export async function findSuiteApps(client: KintoneClient, environment: Environment): Promise<SuiteApps> {
  const apps = applyOverlay(environment.name, declaredApps, environment.overlay);
  const state = openStateFile(defaultStateFolder(), environment);
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  const found = await findApps(client, { state, names, pinned: environment.apps });
  return { apps, ids: new Map([...found].map(([key, { id }]) => [key, id])) };
}
