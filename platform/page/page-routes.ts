import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { Hono } from "hono";
import type { Services } from "../http/services.ts";
import { createAdminPageRoutes } from "./admin-page-routes.ts";
import { createApiTokenRoutes } from "./api-token/api-token-routes.ts";
import { createAppSettingsRoutes } from "./app-settings-routes.ts";
import { createAppPageRoutes } from "./app-page-routes.ts";
import { createAssetRoutes } from "./asset-routes.ts";
import { createNotificationPageRoutes } from "./notification-page-routes.ts";
import { type PageServices, readPageRequest, sendFault } from "./page-context.ts";
import { createCsvRoutes } from "./csv-routes.ts";
import { createPortalRoutes } from "./portal-routes.ts";
import { createPreferenceRoutes } from "./preference/preference-routes.ts";
import { createSignInRoutes } from "./sign-in-routes.ts";
import { signedIn } from "./signed-in.ts";
import { createSystemPluginRoutes } from "./system-plugin-routes.ts";

export const builtAssets = resolve(import.meta.dirname, "../../dist/platform");

/** Every page of the platform, for `/`: mount it after the REST routes. `assetsFolder` is where page.js was built. */
export function createPageRoutes(services: Services, assetsFolder: string = builtAssets): Hono {
  const pages: PageServices = { ...services, assetsFolder };
  const routes = new Hono();
  routes.route("/", createSignInRoutes(pages));
  routes.route("/", createPortalRoutes(pages));
  routes.route("/", createNotificationPageRoutes(pages));
  // Before the files of pages, which answer strangers with nothing: whose session ended signs in and comes back.
  routes.route("/", createPreferenceRoutes(pages));
  routes.route("/", createAssetRoutes(pages));
  routes.route("/", createSystemPluginRoutes(pages));
  routes.route("/", createAdminPageRoutes(pages));
  routes.route("/", createAppSettingsRoutes(pages));
  routes.route("/", createApiTokenRoutes(pages));
  routes.route("/", createCsvRoutes(pages));
  routes.route("/", createAppPageRoutes(pages));
  routes.get(
    "*",
    signedIn(pages, async (request) => sendFault(request, { kind: "page-not-found" })),
  );
  routes.onError(async (error, context) => {
    const id = randomBytes(4).toString("hex");
    services.log(`page ${context.req.path} failed (${id}): ${error.stack ?? error.message}`);
    return sendFault(readPageRequest(context, pages), { kind: "fault", id });
  });
  return routes;
}
