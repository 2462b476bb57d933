import { Hono } from "hono";
import { listVisibleApps } from "../permission/load-access.ts";
import { buildBootstrap } from "./build-bootstrap.ts";
import { type PageServices, sendPage, type SignedInRequest } from "./page-context.ts";
import { pageMessages } from "./page-messages.ts";
import { renderPlainShell } from "./render-app-shell.ts";
import { signedIn } from "./signed-in.ts";

/** The portal: the apps that one can open. Customizations do not run here (fact sheet §9.5). */
export function createPortalRoutes(services: PageServices): Hono {
  const routes = new Hono();
  routes.get("/", (context) => context.redirect("/k/", 302));
  for (const path of ["/k", "/k/m"]) {
    routes.get(path, (context) => context.redirect(`${path}/`, 301));
  }
  routes.get("/k/", signedIn(services, sendPortal));
  routes.get("/k/m/", signedIn(services, sendPortal));
  return routes;
}

async function sendPortal(request: SignedInRequest): Promise<Response> {
  const { services, visitor, language, nonce, mobile } = request;
  const apps = listVisibleApps(services.store, visitor.user).map(({ id, live }) => {
    const { name, description, icon, theme } = live.general;
    return { id, name, description, icon: icon.type === "PRESET" ? icon.key : "FILE", theme };
  });
  const shell = renderPlainShell({
    bootstrap: { ...buildBootstrap(mobile ? "PORTAL_TOP_MOBILE" : "PORTAL_TOP", visitor, language), apps },
    title: pageMessages.portal[language],
    breadcrumb: [{ label: pageMessages.portal[language] }],
    nonce,
  });
  return sendPage(request, shell);
}
