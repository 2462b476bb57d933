import { parseBuildMark } from "../../build/plugin-manifest.ts";
import type { JsonObject } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { Principal } from "../environment.ts";
import type { InstalledPlugin } from "../plan/observed-suite.ts";

/** The suite's plugins as they are installed in the domain. */
export async function observePlugins(
  client: KintoneClient,
  ids: readonly string[],
): Promise<Map<string, InstalledPlugin>> {
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

/** `TYPE:code` of those that the domain does not have. */
export async function findMissingPrincipals(
  client: KintoneClient,
  principals: readonly Principal[],
): Promise<Set<string>> {
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
