import { createHash, generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildFixedZip } from "../../scripts/build/contents-zip.ts";
import type { PackedPlugin } from "../../scripts/build/pack-plugin.ts";
import { signPlugin } from "../../scripts/build/sign-plugin.ts";

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const build = "0123abcd";

/** Two signed plugins with nothing in them, so that these tests need no bundles; the key stays in the folder. */
export async function packTestPlugins(folder: string): Promise<PackedPlugin[]> {
  return Promise.all(["roadmap", "input-check"].map((name) => packTestPlugin(folder, name)));
}

async function packTestPlugin(folder: string, plugin: string): Promise<PackedPlugin> {
  const manifest = {
    manifest_version: 1,
    version: "0.1.0",
    type: "APP",
    name: { en: plugin },
    description: { en: `test [build ${build}]` },
    icon: "icon.png",
  };
  const contents = buildFixedZip({ "manifest.json": Buffer.from(JSON.stringify(manifest)), "icon.png": pixel });
  const packed = await signPlugin(contents, loadKey(join(folder, `${plugin}.ppk`)));
  const zip = join(folder, `${plugin}.zip`);
  writeFileSync(zip, packed.plugin);
  return {
    plugin,
    id: packed.id,
    version: manifest.version,
    name: { ja: plugin, en: plugin },
    build,
    zip,
    sha256: createHash("sha256").update(packed.plugin).digest("hex"),
  };
}

function loadKey(file: string): string {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 1024,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs1", format: "pem" },
    });
    writeFileSync(file, privateKey, { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}
