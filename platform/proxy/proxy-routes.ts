import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import * as v from "valibot";
import { toErrorResponse, toJsonResponse, toPlatformError } from "../http/error-response.ts";
import { pickLanguage } from "../http/language.ts";
import type { Services } from "../http/services.ts";
import { isSameToken, readSession } from "../http/session.ts";
import { isVisibleApp } from "../permission/app-rights.ts";
import { loadAppRights } from "../permission/load-access.ts";
import { PlatformError } from "../platform-error.ts";
import type { PluginProxy } from "../store/app-settings.ts";
import type { User } from "../store/user-store.ts";
import { parseToolInput } from "../tool/parse-tool-input.ts";
import { readToolBody } from "../tool/read-tool-body.ts";
import { mergeProxy } from "./merge-proxy.ts";
import { refuseProxy } from "./refuse-proxy.ts";
import { toProxyTarget } from "./proxy-target.ts";
import { sendProxy } from "./send-proxy.ts";

const schema = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(8192)),
  method: v.picklist(["GET", "POST", "PUT", "DELETE"]),
  headers: v.record(v.string(), v.string()),
  data: v.optional(v.unknown()),
  /** Bytes of an upload, base64. */
  raw: v.optional(v.string()),
  plugin: v.optional(v.strictObject({ app: v.number(), id: v.string() })),
});

/** `kintone.proxy` and `kintone.plugin.app.proxy`: only from a page of this platform, only to hosts that are open. */
export function createProxyRoutes(services: Services): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.post("/k/platform/proxy.json", async (context) => {
    const request = context.req.raw;
    const language = pickLanguage(null, request.headers.get("accept-language"));
    try {
      const session = request.headers.get("x-requested-with")
        ? readSession(services.store, request, services.now())
        : null;
      if (session === null) {
        throw new PlatformError("CB_AU01");
      }
      const { body, token } = await readToolBody(request, context.env.incoming);
      if (!isSameToken(token, session.requestToken)) {
        throw new PlatformError("CB_JH01");
      }
      const { raw, plugin, ...call } = parseToolInput(schema, body);
      const stored = plugin === undefined ? [] : findProxies(services, session.user, plugin);
      const merged = mergeProxy({ ...call, data: raw === undefined ? call.data : Buffer.from(raw, "base64") }, stored);
      const target = toProxyTarget(merged.url, services.proxyHosts ?? []);
      if (target === null) {
        return refuseProxy("PLATFORM_PROXY_CLOSED", language, { url: merged.url });
      }
      const answer = await sendProxy(target, merged).catch((error: unknown) => toReason(error));
      if (typeof answer === "string") {
        return refuseProxy("PLATFORM_PROXY_FAILED", language, { url: merged.url, reason: answer });
      }
      return toJsonResponse(answer, 200, {});
    } catch (error) {
      return toErrorResponse(toPlatformError(error, services.log), language);
    }
  });
  return routes;
}

/** What the plugin stored in the app's live settings; who may not see the app has nothing of it. */
function findProxies(
  { store }: Services,
  user: User,
  plugin: { readonly app: number; readonly id: string },
): readonly PluginProxy[] {
  const app = store.apps.find(plugin.app);
  if (!app?.live || !isVisibleApp(loadAppRights(store, app, user))) {
    throw new PlatformError("GAIA_AP01", { id: plugin.app });
  }
  return app.live.plugins.find(({ id, enabled }) => enabled && id === plugin.id)?.proxies ?? [];
}

function toReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
