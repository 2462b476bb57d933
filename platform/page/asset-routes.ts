import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Hono } from "hono";
import { readSession } from "../http/session.ts";
import { isVisibleApp } from "../permission/app-rights.ts";
import { loadAppRights } from "../permission/load-access.ts";
import type { AppSettings, CustomizeItem } from "../store/app-settings.ts";
import { loadDomainCustomize } from "../store/domain-customize.ts";
import { findApp } from "./app-page-routes.ts";
import type { PageServices } from "./page-context.ts";
import { fileHeaders } from "./page-security.ts";
import { serveAsset } from "./serve-asset.ts";

/** The files that pages load: the page bundle, plugins' files and apps' customization files. */
export function createAssetRoutes(services: PageServices): Hono {
  const routes = new Hono();
  const { store } = services;
  // The bundle holds no data, and the sign-in page needs its styles.
  routes.get("/k/platform/assets/:name{page\\.(?:js|css)}", async (context) => {
    const name = context.req.param("name");
    try {
      return serveAsset({ name, bytes: await readFile(resolve(services.assetsFolder, name)) }, context.req.raw);
    } catch {
      return missing();
    }
  });
  routes.use("/k/platform/*", async (context, next) => {
    if (readSession(store, context.req.raw, services.now()) === null) {
      return missing();
    }
    await next();
    return undefined;
  });
  routes.get("/k/platform/plugin/:id/:version/:path{.+}", (context) => {
    const { id, path } = context.req.param();
    const bytes = store.plugins.readFile(id, path);
    return bytes === null ? missing() : serveAsset({ name: path, bytes }, context.req.raw);
  });
  routes.get("/k/platform/domain-customize/:fileKey/:name", (context) => {
    const { fileKey } = context.req.param();
    const { desktop, mobile } = loadDomainCustomize(store.db);
    const items: readonly CustomizeItem[] = [...desktop.js, ...desktop.css, ...mobile.js, ...mobile.css];
    const isNamed = items.some((item) => item.type === "FILE" && item.file.fileKey === fileKey);
    const content = isNamed ? store.files.read(fileKey) : null;
    return content === null ? missing() : serveAsset(content, context.req.raw);
  });
  routes.get("/k/platform/customize/:app/:fileKey/:name", (context) => {
    const { fileKey } = context.req.param();
    const found = findApp(services, context.req.param("app"));
    const user = readSession(store, context.req.raw, services.now())?.user;
    // Customizations belong to the pages of the app; who has none of those has no scripts of it either.
    const app = found && user && isVisibleApp(loadAppRights(store, found, user)) ? found : null;
    const item = [app?.live, app?.preview].flatMap(listCustomizeFiles).find((file) => file.fileKey === fileKey);
    const content = item === undefined ? null : store.files.read(fileKey);
    return content === null ? missing() : serveAsset(content, context.req.raw);
  });
  return routes;
}

function listCustomizeFiles(settings: AppSettings | null | undefined): { fileKey: string }[] {
  if (!settings) {
    return [];
  }
  const { desktop, mobile } = settings.customize;
  const items: readonly CustomizeItem[] = [...desktop.js, ...desktop.css, ...mobile.js, ...mobile.css];
  return items.flatMap((item) => (item.type === "FILE" ? [item.file] : []));
}

function missing(): Response {
  return new Response("", { status: 404, headers: { ...fileHeaders, "Cache-Control": "no-store" } });
}
