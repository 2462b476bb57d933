import { requestToken } from "../rest.ts";
import { formatMessage } from "../../message.ts";
import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { withCallbacks } from "./api.ts";
import { toParams, toText } from "./arguments.ts";
import { pageLanguage, pageState } from "./page-state.ts";
import { showNotification } from "./notification.ts";

/** `kintone.plugin.app.*` */
export const pluginFunctions = {
  getConfig,
  setConfig,
  getProxyConfig: (): null => null,
  setProxyConfig: (): void => void showNotification("ERROR", formatMessage(kintoneMessages.proxy, pageLanguage())),
  proxy: Object.assign((...given: readonly unknown[]) => withCallbacks(refuseProxy(), given[5], given[6]), {
    upload: (...given: readonly unknown[]) => withCallbacks(refuseProxy(), given[5], given[6]),
  }),
};

/** `kintone.proxy`: this platform opens no connection to anywhere else, and says so. */
export const proxy = Object.assign((...given: readonly unknown[]) => withCallbacks(refuseProxy(), given[4], given[5]), {
  upload: (...given: readonly unknown[]) => withCallbacks(refuseProxy(), given[4], given[5]),
});

async function refuseProxy(): Promise<never> {
  throw new Error(formatMessage(kintoneMessages.proxy, pageLanguage()));
}

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
  const { bootstrap } = pageState;
  if (
    bootstrap?.page !== "APP_SETTINGS_PLUGIN_SETTINGS" ||
    bootstrap.app === null ||
    bootstrap.pluginId === undefined
  ) {
    throw new Error(formatMessage(kintoneMessages.configPageOnly, pageLanguage()));
  }
  const values = toParams(config);
  if (Object.values(values).some((value) => typeof value !== "string")) {
    throw new Error(formatMessage(kintoneMessages.configText, pageLanguage()));
  }
  const { app, pluginId } = bootstrap;
  void saveAndLeave({ app: app.id, id: pluginId, config: values }, callback);
}

async function saveAndLeave(
  body: { readonly app: number; readonly id: string; readonly config: Readonly<Record<string, unknown>> },
  callback: unknown,
): Promise<void> {
  try {
    await saveConfig({ ...body, app: String(body.app) });
  } catch (error) {
    await showNotification("ERROR", error instanceof Error ? error.message : String(error));
    return;
  }
  if (typeof callback === "function") {
    Reflect.apply(callback, undefined, []);
  } else {
    location.assign(`/k/admin/app/${body.app}/plugin/?saved=${encodeURIComponent(body.id)}`);
  }
}

async function saveConfig(body: Readonly<Record<string, unknown>>): Promise<void> {
  const failed = formatMessage(kintoneMessages.configFailed, pageLanguage());
  const response = await fetch("/k/platform/plugin-config.json", {
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
