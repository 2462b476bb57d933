import type { BootstrapApp } from "../../bootstrap.ts";

export type PluginState = "disabled" | "needsSettings" | "hasSettings" | "noSettings";

/** What the list says of a plugin; it needs settings while a required key is missing (fact sheet §9.4). */
export function toPluginState(
  plugin: BootstrapApp["plugins"][number],
  config: Readonly<Record<string, string>> = {},
): PluginState {
  if (!plugin.enabled) {
    return "disabled";
  }
  if (plugin.requiredParams.some((key) => config[key] === undefined)) {
    return "needsSettings";
  }
  return Object.keys(config).length > 0 ? "hasSettings" : "noSettings";
}
