import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { parseBuildMark } from "../../build/plugin-manifest.ts";
import type { JsonObject } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { Principal } from "../environment.ts";
import type { InstalledPlugin, ObservedSuite } from "../plan/observed-suite.ts";
import type { StateFile } from "../state/state-file.ts";
import { findApps } from "./find-apps.ts";
import { mapLimited } from "./map-limited.ts";
import { observeApp } from "./observe-app.ts";

/** What has to be looked up besides the apps themselves. */
export type ObservationNeeds = {
  /** Declared names, to recognise an app whose creation was cut off. */
  readonly names: ReadonlyMap<AppKey, string>;
  readonly pluginIds: readonly string[];
  readonly principals: readonly Principal[];
  /** For each app the key field and the keys whose presence matters. */
  readonly records: ReadonlyMap<AppKey, { readonly keyField: string; readonly keys: readonly string[] }>;
};

const appsAtOnce = 4;

/** Reads what the domain is now; makes no write. */
export async function observeSuite(
  client: KintoneClient,
  state: StateFile,
  needs: ObservationNeeds,
): Promise<ObservedSuite> {
  const found = await findApps(client, state, needs.names);
  const [apps, plugins, missingPrincipals] = await Promise.all([
    mapLimited([...found], appsAtOnce, async ([key, id]) => {
      const app = await observeApp(client, id, {
        isOwnDraft: state.hasDraft(key, id),
        records: needs.records.get(key),
      });
      return [key, app] as const;
    }),
    observePlugins(client, needs.pluginIds),
    observePrincipals(client, needs.principals),
  ]);
  return { apps: new Map(apps), plugins, missingPrincipals };
}

async function observePlugins(client: KintoneClient, ids: readonly string[]): Promise<Map<string, InstalledPlugin>> {
  if (ids.length === 0) {
    return new Map();
  }
  const answer = await client.read("/k/v1/plugins.json", { ids });
  return new Map(
    listOf(memberOf(answer, "plugins")).map((plugin) => {
      const id = textOf(memberOf(plugin, "id"));
      const build = parseBuildMark(textOf(memberOf(plugin, "description")));
      return [id, { id, version: textOf(memberOf(plugin, "version")), build }];
    }),
  );
}

const principalPaths = { GROUP: "groups", ORGANIZATION: "organizations", USER: "users" } as const;

async function observePrincipals(client: KintoneClient, principals: readonly Principal[]): Promise<Set<string>> {
  const missing = new Set<string>();
  for (const type of ["GROUP", "ORGANIZATION", "USER"] as const) {
    const codes = [...new Set(principals.filter((each) => each.type === type).map((each) => each.code))];
    if (codes.length > 0) {
      const path = principalPaths[type];
      const params: JsonObject = { codes, size: 100 };
      const present = listOf(memberOf(await client.read(`/v1/${path}.json`, params), path));
      const known = new Set(present.map((each) => textOf(memberOf(each, "code"))));
      codes.filter((code) => !known.has(code)).forEach((code) => missing.add(`${type}:${code}`));
    }
  }
  return missing;
}
