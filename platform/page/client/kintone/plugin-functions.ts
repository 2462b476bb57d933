import { requestToken } from "../rest.ts";
import { formatMessage } from "../../message.ts";
import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import type { PluginProxy } from "../../../store/app-settings.ts";
import { pluginProxy } from "./proxy-functions.ts";
import { refuse } from "./refuse.ts";
import { toParams, toText } from "./arguments.ts";
import { pageLanguage, pageState } from "./page-state.ts";
import { showNotification } from "./notification.ts";

/** `kintone.plugin.app.*` */
export const pluginFunctions = { getConfig, setConfig, getProxyConfig, setProxyConfig, proxy: pluginProxy };

/** Pages on which plugins can read their settings (fact sheet §4.1). */
function hasPlugins(): boolean {
  const page = pageState.bootstrap?.page ?? "";
  return pageState.bootstrap?.app !== null && page.startsWith("APP_") && page !== "APP_SETTINGS_PLUGIN_LIST";
}

/** A copy, so that a plugin that changes what it got does not change what the next one gets. */
function getConfig(id: unknown): Record<string, string> | null {
  if (!hasPlugins()) {
    return null;
  }
  return { ...pageState.bootstrap?.app?.pluginConfigs[toText(id)] };
}

/** Replaces the whole configuration. Without a callback the browser goes to the app's plugin list (fact sheet §9.6). */
function setConfig(config: unknown, callback?: unknown): void {
  const place = settingsPage("kintone.plugin.app.setConfig");
  const values = toParams(config);
  if (Object.values(values).some((value) => typeof value !== "string")) {
    throw refuse("kintone.plugin.app.setConfig", kintoneMessages.configText);
  }
  void saveAndLeave(place, { path: "/k/platform/plugin-config.json", body: { config: values } }, callback);
}

/** What was stored on this page before it was opened, or since; `null` for an address that has nothing. */
function getProxyConfig(url: unknown, method: unknown): { headers: object; data: object } | null {
  settingsPage("kintone.plugin.app.getProxyConfig");
  const wanted = toText(method).toUpperCase();
  const found = proxiesNow().find((proxy) => proxy.url === url && proxy.method === wanted);
  return found === undefined ? null : { headers: { ...found.headers }, data: { ...found.data } };
}

/** Keyed by address and method; without headers and data it takes the entry out (fact sheet §4.1). */
function setProxyConfig(...[url, method, headers, data, callback]: readonly unknown[]): void {
  const place = settingsPage("kintone.plugin.app.setProxyConfig");
  const proxy = {
    url: toText(url),
    method: toText(method).toUpperCase(),
    headers: Object.fromEntries(Object.entries(toParams(headers)).map(([key, value]) => [key, String(value)])),
    data: toParams(data),
  };
  if (Object.values(proxy.data).some((value) => typeof value === "object" && value !== null)) {
    throw refuse("kintone.plugin.app.setProxyConfig", kintoneMessages.proxyData);
  }
  const others = proxiesNow().filter((known) => known.url !== proxy.url || known.method !== proxy.method);
  const isEmpty = Object.keys(proxy.headers).length === 0 && Object.keys(proxy.data).length === 0;
  savedProxies = isEmpty ? others : [...others, proxy];
  void saveAndLeave(place, { path: "/k/platform/plugin-proxy.json", body: { proxy } }, callback);
}

let savedProxies: readonly PluginProxy[] | null = null;

function proxiesNow(): readonly PluginProxy[] {
  return savedProxies ?? pageState.bootstrap?.pluginProxies ?? [];
}

type SettingsPlace = { readonly app: number; readonly id: string };

function settingsPage(name: string): SettingsPlace {
  const { bootstrap } = pageState;
  if (
    bootstrap?.page !== "APP_SETTINGS_PLUGIN_SETTINGS" ||
    bootstrap.app === null ||
    bootstrap.pluginId === undefined
  ) {
    throw refuse(name, kintoneMessages.configPageOnly);
  }
  return { app: bootstrap.app.id, id: bootstrap.pluginId };
}

async function saveAndLeave(
  { app, id }: SettingsPlace,
  { path, body }: { readonly path: string; readonly body: Readonly<Record<string, unknown>> },
  callback: unknown,
): Promise<void> {
  try {
    await save(path, { app: String(app), id, ...body });
  } catch (error) {
    await showNotification("ERROR", error instanceof Error ? error.message : String(error));
    return;
  }
  if (typeof callback === "function") {
    Reflect.apply(callback, undefined, []);
  } else {
    location.assign(`/k/admin/app/${app}/plugin/?saved=${encodeURIComponent(id)}`);
  }
}

async function save(path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const failed = formatMessage(kintoneMessages.configFailed, pageLanguage());
  const response = await fetch(path, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "X-Requested-With": "XMLHttpRequest" },
    body: JSON.stringify({ ...body, __REQUEST_TOKEN__: requestToken() }),
  });
  if (!response.ok) {
    const answer: unknown = await response.json().catch(() => null);
    const message = toText(toParams(answer)["message"]);
    throw new Error(message === "" ? failed : `${failed} ${message}`);
  }
}
