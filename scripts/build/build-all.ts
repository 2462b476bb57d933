import { rmSync } from "node:fs";
import type { Configuration } from "webpack";
import configurations from "../../webpack.config.ts";
import { defineMessages } from "../../domain/message.ts";
import { createFailure } from "../cli/failure.ts";
import { inRepository } from "../cli/repository-root.ts";
import { say } from "../cli/say.ts";
import { withBuildLock } from "./build-lock.ts";
import type { Bundle } from "./bundle.ts";
import { runWebpack } from "./bundle.ts";
import { hashInputs, isBuilt, saveStamp } from "./input-stamp.ts";
import { packBuiltPlugin } from "./pack-plugin.ts";
import { listInputs, pagesPart } from "./part-inputs.ts";
import { prebuiltPlugins } from "./prebuilt-plugins.ts";
import { loadPluginKey } from "./plugin-key.ts";
import type { BundleSize } from "./size-budget.ts";
import { isOverBudget, measureBundle, renderSize } from "./size-budget.ts";

const messages = defineMessages({
  building: { ja: "画面とプラグインを組み立てています({names})…", en: "Building {names}…" },
  tooLarge: {
    ja: "大きさの上限を超えました(gzip): {names}。読み込むページすべてが遅くなるため、先へ進みません。",
    en: "Over the size budget (gzip): {names}. Every page that loads it would become slow, so the build stops.",
  },
});

type Part = { readonly name: string; readonly configuration: Configuration; readonly inputs: string };

export type BuildResult = { readonly built: readonly string[]; readonly sizes: readonly BundleSize[] };

/** Builds what is not up to date: one part for each plugin, one for the pages of the local platform. */
export async function buildAll({ force = false } = {}): Promise<BuildResult> {
  return withBuildLock(() => buildStale(configurations, force));
}

/** Only what deployment brings to a domain; nothing where it is given as built elsewhere. */
export async function buildPlugins(): Promise<BuildResult> {
  if (prebuiltPlugins() !== null) {
    return { built: [], sizes: [] };
  }
  const plugins = configurations.filter((configuration) => isPlugin(configuration.name ?? ""));
  return withBuildLock(() => buildStale(plugins, false));
}

/** Only the pages of the local platform. */
export async function buildPages(): Promise<BuildResult> {
  return withBuildLock(() =>
    buildStale(
      configurations.filter(({ name }) => name === pagesPart),
      false,
    ),
  );
}

async function buildStale(wanted: readonly Configuration[], force: boolean): Promise<BuildResult> {
  const parts = wanted.map((configuration) => toPart(configuration));
  const stale = parts.filter((part) => force || !isBuilt(part.name, part.inputs));
  if (stale.length === 0) {
    return { built: [], sizes: [] };
  }
  say(messages.building, { names: stale.map((part) => part.name).join("・") });
  for (const part of stale.filter((each) => isPlugin(each.name))) {
    rmSync(inRepository("dist/plugins", part.name), { recursive: true, force: true });
  }
  const bundles = await runWebpack(stale.map((part) => part.configuration));
  const sizes = bundles.map((bundle) => measureBundle(bundle, isPlugin(bundle.configuration)));
  const tooLarge = sizes.filter((size) => isOverBudget(size));
  if (tooLarge.length > 0) {
    throw createFailure("configuration", messages.tooLarge, {
      names: tooLarge.map((size) => renderSize(size).replaceAll(/ +/gu, " ")).join("、"),
    });
  }
  for (const part of stale) {
    saveStamp(part.name, part.inputs, await finishPart(part, bundles));
  }
  return { built: stale.map((part) => part.name), sizes };
}

function isPlugin(name: string): boolean {
  return name !== pagesPart;
}

function toPart(configuration: Configuration): Part {
  const name = configuration.name ?? "";
  // Another key is another plugin id, so the packed zip depends on it as well.
  const key = isPlugin(name) ? JSON.stringify(loadPluginKey(name)) : "";
  return { name, configuration, inputs: hashInputs(listInputs(name), key) };
}

async function finishPart(part: Part, bundles: readonly Bundle[]): Promise<string[]> {
  const folder = isPlugin(part.name) ? `dist/plugins/${part.name}` : "dist/platform";
  const files = bundles
    .filter((bundle) => bundle.configuration === part.name)
    .map((bundle) => `${folder}/${bundle.file}`);
  if (!isPlugin(part.name)) {
    return files;
  }
  const packed = await packBuiltPlugin(part.name);
  return [...files, packed.zip, `dist/plugins/${part.name}.json`];
}
