import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { defineMessages } from "../../domain/message.ts";
import { createFailure } from "../cli/failure.ts";
import { inRepository } from "../cli/repository-root.ts";
import { buildFixedZip, toFixedZip } from "./contents-zip.ts";
import { loadPluginKey } from "./plugin-key.ts";
import { listManifestFiles, loadPluginManifest, stampManifest } from "./plugin-manifest.ts";
import { signPlugin } from "./sign-plugin.ts";

const messages = defineMessages({
  missingFile: {
    ja: "プラグイン {plugin} の manifest.json にあるファイル {file} が見つかりません。",
    en: "The file {file} in the manifest.json of the plugin {plugin} does not exist.",
  },
});

/** What is known of a packed plugin; written beside the zip so that deployment needs neither the key nor the packer. */
export type PackedPlugin = {
  readonly plugin: string;
  readonly id: string;
  readonly version: string;
  readonly name: { readonly ja: string; readonly en: string };
  /** First 8 hex digits of the SHA-256 of the contents; also in the manifest's description. */
  readonly build: string;
  readonly zip: string;
  readonly sha256: string;
  /** `development`: signed with a key that some machine made for itself; not for production. */
  readonly key?: "development" | "town";
};

/** Packs and signs `dist/plugins/<name>/`; the same contents and key give the same bytes. */
export async function packBuiltPlugin(plugin: string): Promise<PackedPlugin> {
  const source = inRepository("plugins", plugin);
  const built = inRepository("dist/plugins", plugin);
  const manifest = loadPluginManifest(resolve(source, "manifest.json"));
  const files = collectFiles(plugin, source, built);
  const build = hashContents({ ...files, "manifest.json": Buffer.from(JSON.stringify(manifest)) }).slice(0, 8);
  const stamped = `${JSON.stringify(stampManifest(manifest, build), null, 2)}\n`;
  writeFileSync(resolve(built, "manifest.json"), stamped);
  const contents = buildFixedZip({ ...files, "manifest.json": Buffer.from(stamped) });
  const key = loadPluginKey(plugin);
  const packed = await signPlugin(contents, key.pem);
  const zip = toFixedZip(packed.plugin);
  const file = `dist/plugins/${plugin}.zip`;
  writeFileSync(inRepository(file), zip);
  const result: PackedPlugin = {
    plugin,
    id: packed.id,
    version: String(manifest.version),
    name: { ja: manifest.name.ja ?? manifest.name.en, en: manifest.name.en },
    build,
    zip: file,
    sha256: createHash("sha256").update(zip).digest("hex"),
    key: key.isDevelopment ? "development" : "town",
  };
  writeFileSync(inRepository(`dist/plugins/${plugin}.json`), `${JSON.stringify(result, null, 2)}\n`);
  return result;
}

/** The files that the manifest names: bundles from the built folder, the rest copied there from the source. */
function collectFiles(plugin: string, source: string, built: string): Record<string, Uint8Array> {
  const manifest = loadPluginManifest(resolve(source, "manifest.json"));
  const files: Record<string, Uint8Array> = {};
  for (const file of listManifestFiles(manifest)) {
    const target = resolve(built, file);
    const original = resolve(source, file);
    if (existsSync(original)) {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(original, target);
    }
    if (!existsSync(target)) {
      throw createFailure("configuration", messages.missingFile, { plugin, file });
    }
    files[file] = readFileSync(target);
  }
  return files;
}

function hashContents(files: Readonly<Record<string, Uint8Array>>): string {
  const hash = createHash("sha256");
  for (const name of Object.keys(files).toSorted()) {
    hash.update(`${name}\0${files[name]?.length ?? 0}\0`).update(files[name] ?? new Uint8Array());
  }
  return hash.digest("hex");
}
