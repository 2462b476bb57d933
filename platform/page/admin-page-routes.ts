import { Hono } from "hono";
import type { StoredApp } from "../store/app-store.ts";
import { localize } from "../plugin/plugin-manifest.ts";
import { findApp } from "./app-page-routes.ts";
import { findSpaceOf, toPageRoot, toSpacePath } from "./app-place.ts";
import type { BootstrapApp, PageType } from "./bootstrap.ts";
import { buildBootstrap, buildBootstrapApp } from "./build-bootstrap.ts";
import { listOrigins, listPluginScripts, type PageFiles, toPluginUrl } from "./list-page-files.ts";
import { type PageServices, sendFault, sendPage, type SignedInRequest } from "./page-context.ts";
import { formatMessage } from "./message.ts";
import { pageMessages } from "./page-messages.ts";
import { renderAppShell } from "./render-app-shell.ts";
import { managerOnly } from "./signed-in.ts";

/** The plugins of an app and their settings pages; both show the preview settings (fact sheet §9.4, §9.6). */
export function createAdminPageRoutes(services: PageServices): Hono {
  const routes = new Hono();
  const base = "/k/admin/app/:app{[0-9]+}/plugin";
  routes.get(`${base}/`, managerOnly(services, sendPluginList));
  routes.get(`${base}/config`, managerOnly(services, sendPluginConfig));
  routes.get(base, (context) => context.redirect(`${context.req.path}/`, 301));
  return routes;
}

async function sendPluginList(request: SignedInRequest): Promise<Response> {
  const asked = request.context.req.param("app") ?? "";
  const app = findApp(request.services, asked);
  if (app === null) {
    return sendFault(request, { kind: "app-not-found", app: asked });
  }
  const { language, nonce } = request;
  const added = new Set(app.preview.plugins.map(({ id }) => id));
  const bootstrap = {
    ...buildAppBootstrap(request, app, "APP_SETTINGS_PLUGIN_LIST"),
    addablePlugins: request.services.store.plugins
      .list()
      .filter(({ id }) => !added.has(id))
      .map(({ id, manifest, version }) => ({ id, name: localize(manifest.name, language), version })),
  };
  const shell = renderAppShell({
    bootstrap,
    title: `${pageMessages.plugins[language]} - ${app.preview.general.name}`,
    breadcrumb: [...toCrumbs(request, app), { label: pageMessages.plugins[language] }],
    nonce,
    files: { scripts: [], styles: [] },
  });
  return sendPage(request, shell);
}

async function sendPluginConfig(request: SignedInRequest): Promise<Response> {
  const { context, services, language, nonce } = request;
  const asked = context.req.param("app") ?? "";
  const app = findApp(services, asked);
  if (app === null) {
    return sendFault(request, { kind: "app-not-found", app: asked });
  }
  const pluginId = context.req.query("pluginId") ?? "";
  const plugin = app.preview.plugins.some((item) => item.id === pluginId)
    ? services.store.plugins.find(pluginId)
    : null;
  const config = plugin?.manifest.config;
  const fragment = config?.html === undefined ? null : services.store.plugins.readFile(pluginId, config.html);
  if (plugin === null || config === undefined || fragment === null) {
    return sendFault(request, { kind: "plugin-not-found", app: app.id });
  }
  const { id, version } = plugin;
  const css = config.css ?? [];
  const files: PageFiles = {
    scripts: listPluginScripts({ id, version, js: config.js ?? [], css }),
    styles: css.map((path) => toPluginUrl(plugin, path)),
  };
  const name = localize(plugin.manifest.name, language);
  const shell = renderAppShell({
    bootstrap: {
      ...buildAppBootstrap(request, app, "APP_SETTINGS_PLUGIN_SETTINGS"),
      pluginId,
      pluginProxies: app.preview.plugins.find((item) => item.id === pluginId)?.proxies ?? [],
    },
    title: `${name} - ${pageMessages.pluginConfig[language]}`,
    breadcrumb: [
      ...toCrumbs(request, app),
      { label: pageMessages.plugins[language], href: `/k/admin/app/${app.id}/plugin/` },
      { label: name },
    ],
    nonce,
    files,
    heading: formatMessage(pageMessages.pluginConfigOf, language, { name }),
    fragment: new TextDecoder().decode(fragment),
  });
  return sendPage(request, shell, { origins: listOrigins(files), allowEval: true });
}

/** What pages about an app's settings are told: the preview settings, whole. */
export function buildAppBootstrap(
  { services, visitor, language }: SignedInRequest,
  app: StoredApp,
  page: PageType,
): ReturnType<typeof buildBootstrap> {
  const { apiTokens } = services.store;
  const space = findSpaceOf(services.store, app.id);
  return {
    ...buildBootstrap(page, visitor, language),
    ...(space?.isGuest === true ? { guestSpace: space.id } : {}),
    app: {
      ...buildBootstrapApp({
        id: app.id,
        revision: app.revision,
        settings: app.preview,
        installed: services.store.plugins.list(),
        permissions: allPermissions,
        language,
      }),
      hasUnpublishedChanges:
        JSON.stringify(app.live) !== JSON.stringify(app.preview) ||
        JSON.stringify(apiTokens.list(app.id, "live")) !== JSON.stringify(apiTokens.list(app.id, "preview")),
    },
  };
}

/** Who manages an app sees its settings whole. */
const allPermissions: BootstrapApp["permissions"] = {
  addRecord: true,
  editApp: true,
  viewRecord: true,
  editRecord: true,
  deleteRecord: true,
  perRecord: false,
};

/** Portal, space and app in the header of such a page. */
export function toCrumbs({ language, services }: SignedInRequest, app: StoredApp): { label: string; href?: string }[] {
  const space = findSpaceOf(services.store, app.id);
  return [
    { label: pageMessages.portal[language], href: "/k/" },
    ...(space === null ? [] : [{ label: space.name, href: toSpacePath(space, false) }]),
    { label: app.preview.general.name, href: `${toPageRoot(space, false)}/${app.id}/` },
  ];
}
