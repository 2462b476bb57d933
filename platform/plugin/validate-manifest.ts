import validatorModule from "@kintone/plugin-manifest-validator";
import { toPath, type PluginManifest } from "./plugin-manifest.ts";

type Validate = typeof validatorModule;

/** The package is CommonJS with `exports.default`; Node gives the exports object, a bundler the function. */
function toValidate(module: Validate | { readonly default: Validate }): Validate {
  return "default" in module ? module.default : module;
}

const validate = toValidate(validatorModule);

/** The files of a package, by path from manifest.json. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** What is wrong with a manifest by kintone's own validator, at most five lines; empty when it is right. */
export function findManifestFaults(json: unknown, files: PackageFiles): readonly string[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return ["manifest.json must be an object"];
  }
  const result = validate(
    { ...json },
    {
      relativePath: (path) => !path.includes("\\") && !path.startsWith("/") && !path.split("/").includes(".."),
      fileExists: (path) => isUrl(path) || files.has(toPath(path)) || { valid: false, message: missingFile(path) },
      maxFileSize: (maxBytes, path) => (files.get(toPath(path))?.byteLength ?? 0) <= maxBytes,
    },
  );
  const lines = (result.errors ?? []).map((error) =>
    `${error.instancePath.slice(1).replaceAll("/", ".")} ${error.message ?? ""}`.trim(),
  );
  return result.valid === true ? [] : [...new Set(lines)].slice(0, 5);
}

function missingFile(path: string): string {
  return `the file "${path}" is not in the package`;
}

/** The paths that a manifest names and the package carries, manifest.json left out. */
export function localFiles(manifest: PluginManifest): readonly string[] {
  const sections = [manifest.desktop, manifest.mobile, manifest.config];
  const scripts = sections.flatMap((section) => [...(section?.js ?? []), ...(section?.css ?? [])]);
  const html = manifest.config?.html;
  const all = [...scripts, ...(html === undefined ? [] : [html]), manifest.icon];
  return [...new Set(all.filter((path) => !isUrl(path)).map(toPath))];
}

function isUrl(path: string): boolean {
  return /^https?:\/\//u.test(path);
}
