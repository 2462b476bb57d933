import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import * as v from "valibot";
import { listPluginNames } from "../../webpack.config.ts";
import type { PackedPlugin } from "../build/pack-plugin.ts";
import { prebuiltPlugins } from "../build/prebuilt-plugins.ts";
import { inRepository } from "../cli/repository-root.ts";

/** What is known of a plugin beside its zip. */
export const packedPluginSchema = v.object({
  plugin: v.string(),
  id: v.string(),
  version: v.string(),
  name: v.object({ ja: v.string(), en: v.string() }),
  build: v.string(),
  zip: v.string(),
  sha256: v.string(),
  // Absent in what an older build packed with a key that it had made itself.
  key: v.optional(v.picklist(["development", "town"]), "development"),
});

/** The plugins that the last build packed (`buildAll` comes first), or those that were built elsewhere. */
export function loadPackedPlugins(folder: string | null = prebuiltPlugins()): PackedPlugin[] {
  return listPluginNames()
    .map((name) => resolve(folder ?? inRepository("dist/plugins"), `${name}.json`))
    .filter((file) => existsSync(file))
    .map((file) => v.parse(packedPluginSchema, JSON.parse(readFileSync(file, "utf8"))))
    .map((plugin) => (folder === null ? plugin : { ...plugin, zip: resolve(folder, basename(plugin.zip)) }));
}
