import * as v from "valibot";
import { PlatformError } from "../../platform-error.ts";
import type { PluginProxy } from "../../store/app-settings.ts";
import type { Store } from "../../store/store.ts";
import { parseToolInput } from "../../tool/parse-tool-input.ts";
import { checkWritable } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { readId, readText } from "../params.ts";

const value = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const schema = v.strictObject({
  url: v.pipe(v.string(), v.minLength(1), v.maxLength(8192)),
  method: v.picklist(["GET", "POST", "PUT", "DELETE"]),
  /** Header values come back as texts (fact sheet §4.1). */
  headers: v.record(v.string(), v.pipe(value, v.transform(String))),
  data: v.record(v.string(), value),
});

/** Ours, not kintone's: `kintone.plugin.app.setProxyConfig` calls it. Pages of the app's users never see what is in it. */
export const postPluginProxy: Operation = {
  method: "POST",
  path: "/k/platform/plugin-proxy.json",
  reach: "live",
  right: "manage",
  run: ({ params, store }) => {
    const proxy = parseToolInput(schema, params["proxy"]);
    const change = { appId: readId(params, "app"), pluginId: readText(params, "id"), proxy };
    return { revision: String(savePluginProxy(store, change)) };
  },
};

/** Into the preview settings: one entry for each address and method; one with neither headers nor data takes it out. */
function savePluginProxy(
  store: Store,
  { appId, pluginId, proxy }: { readonly appId: number; readonly pluginId: string; readonly proxy: PluginProxy },
): number {
  const app = store.apps.find(appId);
  if (app === null) {
    throw new PlatformError("GAIA_AP01", { id: appId });
  }
  checkWritable(app, null);
  if (!app.preview.plugins.some((plugin) => plugin.id === pluginId)) {
    throw new PlatformError("GAIA_PL01", { id: pluginId });
  }
  const isEmpty = Object.keys(proxy.headers).length === 0 && Object.keys(proxy.data).length === 0;
  const plugins = app.preview.plugins.map((plugin) => {
    const others = (plugin.proxies ?? []).filter(({ url, method }) => url !== proxy.url || method !== proxy.method);
    return plugin.id === pluginId ? { ...plugin, proxies: isEmpty ? others : [...others, proxy] } : plugin;
  });
  return store.apps.savePreview(appId, { ...app.preview, plugins });
}
