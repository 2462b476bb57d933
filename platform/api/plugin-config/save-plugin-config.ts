import { PlatformError } from "../../platform-error.ts";
import { createPlace, placeOf } from "../../settings/fault.ts";
import { parsePluginConfig } from "../../settings/plugin-config.ts";
import type { Store } from "../../store/store.ts";
import { checkWritable } from "../app-access.ts";
import { refuseFaults } from "../refuse-faults.ts";

export type PluginConfigChange = {
  readonly appId: number;
  readonly pluginId: string;
  /** Replaces everything that was saved before. */
  readonly config: unknown;
};

/**
 * What `kintone.plugin.app.setConfig` saves: into the app's preview settings, with a new revision; pages see it after the deploy.
 * Refuses keys that are not ASCII, values that are no text and too much text with CB_VA01.
 */
export function savePluginConfig(store: Store, { appId, pluginId, config }: PluginConfigChange): number {
  return store.transaction(() => {
    const app = store.apps.find(appId);
    if (app === null) {
      throw new PlatformError("GAIA_AP01", { id: appId });
    }
    checkWritable(app, null);
    if (!app.preview.plugins.some((plugin) => plugin.id === pluginId)) {
      throw new PlatformError("GAIA_PL01", { id: pluginId });
    }
    const place = createPlace();
    const values = parsePluginConfig(placeOf(place, "config"), config);
    refuseFaults(place);
    const plugins = app.preview.plugins.map((plugin) =>
      plugin.id === pluginId ? { ...plugin, config: values } : plugin,
    );
    return store.apps.savePreview(appId, { ...app.preview, plugins });
  });
}
