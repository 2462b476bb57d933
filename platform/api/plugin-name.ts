import { localize, type PluginLanguage } from "../plugin/plugin-manifest.ts";
import type { Store } from "../store/store.ts";

/** The name of a plugin, also of one that was taken out and is still in apps' lists. */
export function pluginName(store: Store, id: string, language: PluginLanguage): string {
  const plugin = store.plugins.find(id) ?? store.plugins.findRemoved(id);
  return plugin === null ? id : localize(plugin.manifest.name, language);
}
