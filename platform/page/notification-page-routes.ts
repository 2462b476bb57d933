import { Hono } from "hono";
import { buildBootstrap } from "./build-bootstrap.ts";
import { type PageServices, sendPage, type SignedInRequest } from "./page-context.ts";
import { pageMessages } from "./page-messages.ts";
import { renderPlainShell } from "./render-app-shell.ts";
import { signedIn } from "./signed-in.ts";

/** The notifications of whoever is signed in. The addresses are this platform's own: kintone's is a hash of its portal. */
export function createNotificationPageRoutes(services: PageServices): Hono {
  const routes = new Hono();
  for (const path of ["/k/ntf", "/k/m/ntf"]) {
    routes.get(path, (context) => context.redirect(`${path}/`, 301));
    routes.get(`${path}/`, signedIn(services, sendInbox));
  }
  return routes;
}

async function sendInbox(request: SignedInRequest): Promise<Response> {
  const { visitor, language, nonce, mobile } = request;
  const title = pageMessages.notifications[language];
  const shell = renderPlainShell({
    bootstrap: buildBootstrap(mobile ? "NOTIFICATION_TOP_MOBILE" : "NOTIFICATION_TOP", visitor, language),
    title,
    breadcrumb: [{ label: pageMessages.portal[language], href: mobile ? "/k/m/" : "/k/" }, { label: title }],
    nonce,
  });
  return sendPage(request, shell);
}
