import { createRequire } from "node:module";
import * as v from "valibot";

type Packer = (contents: Buffer, privateKey: string) => Promise<{ plugin: Buffer; id: string }>;

// The package is CommonJS with `exports.default`: Node's own import and a bundler's see different things under one name.
const packerModule = v.object({ default: v.custom<Packer>((value) => typeof value === "function") });

/** Has kintone's packer check, sign and wrap a contents.zip; answers the plugin's zip and its id. */
export async function signPlugin(contents: Uint8Array, privateKey: string): Promise<{ plugin: Buffer; id: string }> {
  const { default: packPlugin } = v.parse(packerModule, createRequire(import.meta.url)("@kintone/plugin-packer"));
  const { plugin, id } = await packPlugin(Buffer.from(contents), privateKey);
  return { plugin, id };
}
