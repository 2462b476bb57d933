import { resolve } from "node:path";

/** Where plugins that were built and signed elsewhere are (their zips and json files); null = they are built here. */
export function prebuiltPlugins(variables: NodeJS.ProcessEnv = process.env): string | null {
  const folder = variables["MACHI_DX_PLUGINS"] ?? "";
  return folder === "" ? null : resolve(folder);
}
