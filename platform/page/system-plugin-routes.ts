import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isSameToken } from "../http/session.ts";
import { localize } from "../plugin/plugin-manifest.ts";
import { isPluginFault } from "../plugin/read-zip.ts";
import { verifyPlugin } from "../plugin/verify-plugin.ts";
import { formatMessage } from "./message.ts";
import { type PageServices, readPageRequest, sendPage, type SignedInRequest } from "./page-context.ts";
import { pageMessages } from "./page-messages.ts";
import {
  type InstallNotice,
  renderRemovePlugin,
  renderSystemPlugins,
  type SystemPlugin,
} from "./render-system-plugins.ts";
import { administratorOnly } from "./signed-in.ts";

const path = "/k/admin/system/plugin/";
const uploadLimit = 66 * 1024 * 1024;

/** The plugins of the whole platform, with the form that installs one; it works without JavaScript. */
export function createSystemPluginRoutes(services: PageServices): Hono {
  const routes = new Hono();
  routes.get(path.slice(0, -1), (context) => context.redirect(path, 301));
  routes.get(
    path,
    administratorOnly(services, async (request) => {
      const plugin = services.store.plugins.find(request.context.req.query("installed") ?? "");
      return sendSystemPlugins(request, plugin === null ? null : toSuccess(request, plugin));
    }),
  );
  const tooLarge = bodyLimit({
    maxSize: uploadLimit,
    onError: async (context) => {
      const request = readPageRequest(context, services);
      const answer = administratorOnly(services, async (known) =>
        sendSystemPlugins(known, { kind: "danger", text: pageMessages.installTooLarge[request.language] }),
      );
      return answer(context);
    },
  });
  routes.post(path, tooLarge, administratorOnly(services, installPlugin));
  routes.get(`${path}remove`, administratorOnly(services, askToRemove));
  routes.post(`${path}remove`, administratorOnly(services, removePlugin));
  return routes;
}

async function installPlugin(request: SignedInRequest): Promise<Response> {
  const { context, services, visitor, language } = request;
  const form = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
  if (!isSameToken(form["__REQUEST_TOKEN__"], visitor.requestToken)) {
    return sendSystemPlugins(request, { kind: "warning", text: pageMessages.formExpired[language] });
  }
  const file = form["file"];
  if (!(file instanceof File) || file.size === 0) {
    return sendSystemPlugins(request, { kind: "danger", text: pageMessages.installNoFile[language] });
  }
  const plugin = verifyPlugin(new Uint8Array(await file.arrayBuffer()));
  if (isPluginFault(plugin)) {
    const reason = formatMessage(plugin.message, language, plugin.params);
    const text = formatMessage(pageMessages.installFailed, language, { reason });
    return sendSystemPlugins(request, { kind: "danger", text });
  }
  const { id } = services.store.transaction(() => services.store.plugins.install(plugin));
  return context.redirect(`${path}?${new URLSearchParams({ installed: id }).toString()}`, 303);
}

async function askToRemove(request: SignedInRequest): Promise<Response> {
  const { visitor, language, nonce, context } = request;
  const plugin = listSystemPlugins(request).find(({ id }) => id === context.req.query("id"));
  if (plugin === undefined) {
    return context.redirect(path, 303);
  }
  const known = { name: visitor.user.name, requestToken: visitor.requestToken, unread: visitor.unread };
  return sendPage(request, renderRemovePlugin({ language, nonce, visitor: known, plugin }));
}

async function removePlugin(request: SignedInRequest): Promise<Response> {
  const { context, services, visitor, language } = request;
  const form = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
  if (!isSameToken(form["__REQUEST_TOKEN__"], visitor.requestToken)) {
    return sendSystemPlugins(request, { kind: "warning", text: pageMessages.formExpired[language] });
  }
  const id = typeof form["id"] === "string" ? form["id"] : "";
  const plugin = services.store.plugins.find(id);
  if (plugin === null) {
    return context.redirect(path, 303);
  }
  services.store.transaction(() => services.store.plugins.remove(id));
  const name = localize(plugin.manifest.name, language);
  return sendSystemPlugins(request, { kind: "success", text: formatMessage(pageMessages.removed, language, { name }) });
}

async function sendSystemPlugins(request: SignedInRequest, notice: InstallNotice | null): Promise<Response> {
  const { visitor, language, nonce } = request;
  const html = renderSystemPlugins({
    language,
    nonce,
    visitor: { name: visitor.user.name, requestToken: visitor.requestToken, unread: visitor.unread },
    plugins: listSystemPlugins(request),
    notice,
  });
  return sendPage(request, html, { status: notice === null || notice.kind === "success" ? 200 : 400 });
}

function listSystemPlugins({ services, language }: SignedInRequest): readonly SystemPlugin[] {
  const apps = services.store.apps.list();
  return services.store.plugins.list().map((plugin) => ({
    id: plugin.id,
    name: localize(plugin.manifest.name, language),
    description: localize(plugin.manifest.description, language),
    version: plugin.version,
    apps: apps
      .filter((app) => app.preview.plugins.some((item) => item.id === plugin.id))
      .map((app) => ({ id: app.id, name: app.preview.general.name })),
  }));
}

function toSuccess(
  { language }: SignedInRequest,
  plugin: { readonly manifest: { readonly name: Parameters<typeof localize>[0] }; readonly version: string },
): InstallNotice {
  const name = localize(plugin.manifest.name, language);
  return { kind: "success", text: formatMessage(pageMessages.installed, language, { name, version: plugin.version }) };
}
