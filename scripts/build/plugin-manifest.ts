import { readFileSync } from "node:fs";
import * as v from "valibot";

// No defaults: an empty `config` that nobody wrote would promise a settings page.
const filesSchema = v.optional(v.array(v.string()));
const pageSchema = v.looseObject({ html: v.optional(v.string()), js: filesSchema, css: filesSchema });

/** The parts of a manifest that packing needs; the packer checks the whole of it against kintone's schema. */
const pluginManifestSchema = v.looseObject({
  version: v.union([v.string(), v.number()]),
  name: v.looseObject({ en: v.string(), ja: v.optional(v.string()) }),
  description: v.optional(v.record(v.string(), v.string())),
  icon: v.string(),
  desktop: v.optional(pageSchema),
  mobile: v.optional(pageSchema),
  config: v.optional(pageSchema),
});

export type PluginManifest = v.InferOutput<typeof pluginManifestSchema>;

export function loadPluginManifest(file: string): PluginManifest {
  return v.parse(pluginManifestSchema, JSON.parse(readFileSync(file, "utf8")));
}

/** The files below the plugin's folder that the manifest names, without web addresses and without the manifest. */
export function listManifestFiles(manifest: PluginManifest): string[] {
  const { desktop, mobile, config, icon } = manifest;
  const pages = [desktop, mobile, config].flatMap((page) => [
    ...(page?.js ?? []),
    ...(page?.css ?? []),
    ...(page?.html === undefined ? [] : [page.html]),
  ]);
  const named = [...pages, icon];
  return [...new Set(named.filter((file) => !/^https?:\/\//u.test(file)))].toSorted();
}

const longestDescription = 200;

/**
 * The manifest with the build's hash at the end of each description. `GET /k/v1/plugins.json` answers the description,
 * so a later run sees from the domain itself whether the installed zip is this one, also where the version was not raised.
 */
export function stampManifest(manifest: PluginManifest, build: string): PluginManifest {
  const texts = manifest.description ?? manifest.name;
  const mark = ` [build ${build}]`;
  const description = Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) =>
      typeof text === "string" ? [[language, text.slice(0, longestDescription - mark.length) + mark] as const] : [],
    ),
  );
  return { ...manifest, description };
}

/** The build hash in an installed plugin's description, or null when another tool packed it. */
export function parseBuildMark(description: string): string | null {
  return /\[build ([0-9a-f]{8})\]$/u.exec(description)?.[1] ?? null;
}
