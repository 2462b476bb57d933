import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { inRepository, repositoryRoot } from "../../cli/repository-root.ts";
import type { Json } from "../client/json.ts";
import type { Credentials, KintoneClient } from "../client/kintone-client.ts";
import { hashSettings } from "../plan/plan-customize.ts";
import type { CustomizeFiles, CustomizeItem } from "../plan/plan.ts";
import type { PlaceholderValues } from "./placeholder-values.ts";
import { fillText } from "./placeholder-values.ts";
import { runCustomizeUploader } from "./run-customize-uploader.ts";

export type CustomizeTarget = {
  readonly client: KintoneClient;
  readonly credentials: Credentials;
  readonly environment: string;
  readonly appKey: string;
  readonly app: string;
};

/** Writes a standard customize-manifest.json with its files, and has kintone's own uploader bring it to the app. */
export async function uploadCustomize(
  target: CustomizeTarget,
  customize: CustomizeFiles,
  values: PlaceholderValues,
): Promise<void> {
  const folder = customizeFolder(target);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const content = fillText(customize.content, values);
  const settings = resolve(folder, fillText(customize.name, new Map([["hash", hashSettings(content)]])));
  writeFileSync(settings, content);
  const others = [];
  for (const [index, item] of customize.others.entries()) {
    others.push({ place: item.place, path: await bringAlong(target.client, item, resolve(folder, `kept-${index}`)) });
  }
  const files = [
    { place: "desktop.js", path: toManifestPath(settings) },
    { place: "mobile.js", path: toManifestPath(settings) },
    ...others,
  ];
  const at = (place: CustomizeItem["place"]): string[] =>
    files.filter((file) => file.place === place).map((file) => file.path);
  const manifest: Json = {
    app: target.app,
    scope: "ALL",
    desktop: { js: at("desktop.js"), css: at("desktop.css") },
    mobile: { js: at("mobile.js"), css: at("mobile.css") },
  };
  const manifestFile = resolve(folder, "customize-manifest.json");
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  await runCustomizeUploader(target, toManifestPath(manifestFile));
}

/** Two platforms of this machine are one environment, so the address is part of the place. */
function customizeFolder({ environment, appKey, client }: CustomizeTarget): string {
  const host = new URL(client.baseUrl).host.replaceAll(":", "-");
  return inRepository(".cache/customize", environment, appKey, host);
}

/** Customization of others: a web address as it is, a file downloaded so that it can be sent again. */
async function bringAlong(client: KintoneClient, item: CustomizeItem, folder: string): Promise<string> {
  if (item.file === undefined) {
    return item.url ?? "";
  }
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, item.file.name.replaceAll(/[\\/:*?"<>|]/gu, "_"));
  writeFileSync(file, await client.download(item.file.fileKey));
  return toManifestPath(file);
}

/** The uploader reads paths from its working folder, which is the repository. */
function toManifestPath(file: string): string {
  return relative(repositoryRoot, file).replaceAll("\\", "/");
}
