import packContents from "@kintone/plugin-packer";
import { strToU8, zipSync } from "fflate";
import { generateKeyPairSync } from "node:crypto";

type Packer = typeof packContents;
const toPacker = (module: Packer | { readonly default: Packer }): Packer =>
  "default" in module ? module.default : module;
const key = generateKeyPairSync("rsa", { modulusLength: 1024 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();

/** A plugin of one file, signed with one key whatever the version. */
export async function packPlugin(version: string): Promise<Buffer> {
  const manifest = {
    manifest_version: 1,
    version,
    type: "APP",
    name: { ja: "工程表", en: "Road map" },
    icon: "icon.png",
    desktop: { js: ["desktop.js"], css: [] },
  };
  const files = {
    "manifest.json": strToU8(JSON.stringify(manifest)),
    "icon.png": strToU8("png"),
    "desktop.js": strToU8("/* desktop */"),
  };
  const { plugin } = await toPacker(packContents)(Buffer.from(zipSync(files)), key);
  return Buffer.from(plugin);
}
