import type { Message } from "../page/message.ts";
import { pluginFaults } from "./plugin-faults.ts";
import { toPluginId } from "./plugin-id.ts";
import { isPluginManifest, type PluginManifest } from "./plugin-manifest.ts";
import { isPluginFault, readZip, type PluginFault } from "./read-zip.ts";
import { findManifestFaults, localFiles } from "./validate-manifest.ts";
import { verifySignature } from "./verify-signature.ts";

/** A package whose signature and manifest were found right. */
export type VerifiedPlugin = {
  readonly id: string;
  /** As text: kintone's answers carry `"1"` for the number 1. */
  readonly version: string;
  readonly manifest: PluginManifest;
  /** Only the files that the manifest names, by their paths from manifest.json. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

const packageLimits = { files: 8, fileMegabytes: 64, allMegabytes: 65 };
const contentsLimits = { files: 1000, fileMegabytes: 20, allMegabytes: 200 };
const entries = ["contents.zip", "PUBKEY", "SIGNATURE"];

/**
 * Reads a plugin zip: exactly `contents.zip`, `PUBKEY` and `SIGNATURE`; the signature by the key; the manifest by kintone's schema.
 * The order of the checks is fact sheet §9.2's.
 */
export function verifyPlugin(bytes: Uint8Array): VerifiedPlugin | PluginFault {
  const outer = readZip(bytes, packageLimits, pluginFaults.notZip);
  if (isPluginFault(outer)) {
    return outer;
  }
  const contents = outer.get("contents.zip");
  const publicKey = outer.get("PUBKEY");
  const signature = outer.get("SIGNATURE");
  if (contents === undefined || publicKey === undefined || signature === undefined) {
    return fault(pluginFaults.missingEntry, { name: entries.find((name) => !outer.has(name)) ?? "" });
  }
  const foreign = [...outer.keys()].find((name) => !entries.includes(name));
  if (foreign !== undefined) {
    return fault(pluginFaults.foreignEntry, { name: foreign });
  }
  const isSigned = verifySignature(contents, publicKey, signature);
  if (isSigned !== true) {
    return fault(isSigned === null ? pluginFaults.badPublicKey : pluginFaults.wrongSignature);
  }
  const inner = readContents(contents);
  return isPluginFault(inner) ? inner : { id: toPluginId(publicKey), ...inner };
}

function readContents(contents: Uint8Array): Omit<VerifiedPlugin, "id"> | PluginFault {
  const inner = readZip(contents, contentsLimits, pluginFaults.contentsNotZip);
  if (isPluginFault(inner)) {
    return inner;
  }
  const manifests = [...inner.keys()].filter((path) => path.split("/").at(-1) === "manifest.json");
  const [manifestPath] = manifests;
  const manifestBytes = manifestPath === undefined ? undefined : inner.get(manifestPath);
  if (manifestPath === undefined || manifestBytes === undefined) {
    return fault(pluginFaults.noManifest);
  }
  if (manifests.length > 1) {
    return fault(pluginFaults.manyManifests);
  }
  const json = parseJson(manifestBytes);
  if (json === null) {
    return fault(pluginFaults.manifestNotJson);
  }
  const files = belowFolder(inner, manifestPath.slice(0, -"manifest.json".length));
  const reasons = findManifestFaults(json, files);
  if (reasons.length > 0 || !isPluginManifest(json)) {
    return fault(pluginFaults.manifestInvalid, { reasons: reasons.join("; ") });
  }
  const named = new Set(localFiles(json));
  return {
    version: String(json.version),
    manifest: json,
    files: new Map([...files].filter(([path]) => named.has(path))),
  };
}

/** plugin-packer accepts a manifest in a folder; its paths count from there. */
function belowFolder(files: ReadonlyMap<string, Uint8Array>, folder: string): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...files].filter(([path]) => path.startsWith(folder)).map(([path, bytes]) => [path.slice(folder.length), bytes]),
  );
}

function parseJson(bytes: Uint8Array): object | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const json: unknown = JSON.parse(text);
    return typeof json === "object" ? json : null;
  } catch {
    return null;
  }
}

function fault(message: Message, params: Readonly<Record<string, string>> = {}): PluginFault {
  return { message, params };
}
