import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isSameToken } from "../http/session.ts";
import { type PageServices, sendPage, type SignedInRequest } from "../page/page-context.ts";
import { administratorOnly } from "../page/signed-in.ts";
import { renderRequests } from "./render-requests.ts";
import type { RequestLog } from "./request-log.ts";

const path = "/k/platform/requests";

/** The page that shows what was called, for administrators; it works without JavaScript. */
export function createRequestPageRoutes(services: PageServices, log: RequestLog): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.get(
    path,
    administratorOnly(services, async (request) => sendRequests(request, log)),
  );
  routes.post(
    path,
    bodyLimit({ maxSize: 4096 }),
    administratorOnly(services, async (request) => {
      const form = await request.context.req.parseBody().catch((): Record<string, unknown> => ({}));
      if (isSameToken(form["__REQUEST_TOKEN__"], request.visitor.requestToken)) {
        log.clear();
      }
      return request.context.redirect(path, 303);
    }),
  );
  return routes;
}

async function sendRequests(request: SignedInRequest, log: RequestLog): Promise<Response> {
  const { context, visitor, language, nonce } = request;
  const filter = {
    method: context.req.query("method") ?? "",
    text: context.req.query("text") ?? "",
    status: context.req.query("status") ?? "",
  };
  const page = renderRequests({
    language,
    nonce,
    visitor: { name: visitor.user.name, requestToken: visitor.requestToken, unread: visitor.unread },
    filter,
    requests: log.list(filter),
    timezone: visitor.user.timezone,
  });
  return sendPage(request, page);
}
