import type { Context } from "hono";
import { loadAppRights } from "../permission/load-access.ts";
import { hasPageBundle, type PageServices, readPageRequest, sendFault, type SignedInRequest } from "./page-context.ts";

/** Answers a page to those who are signed in; others go to the sign-in page and come back. */
export function signedIn(
  services: PageServices,
  answer: (request: SignedInRequest) => Promise<Response>,
): (context: Context) => Promise<Response> {
  return async (context) => {
    const request = readPageRequest(context, services);
    const { visitor } = request;
    if (visitor === null) {
      const { pathname, search } = new URL(context.req.url);
      return context.redirect(`/login?${new URLSearchParams({ return: pathname + search }).toString()}`, 302);
    }
    if (!visitor.user.usesKintone) {
      return sendFault(request, { kind: "forbidden" });
    }
    if (!hasPageBundle(services)) {
      return sendFault(request, { kind: "not-built" });
    }
    return answer({ ...request, visitor });
  };
}

/** The same for pages of administrators. */
export function administratorOnly(
  services: PageServices,
  answer: (request: SignedInRequest) => Promise<Response>,
): (context: Context) => Promise<Response> {
  return signedIn(services, async (request) =>
    request.visitor.user.isAdmin ? answer(request) : sendForbidden(request),
  );
}

/** The same for pages of those who manage the app that the path names; whether it is there, the page itself says. */
export function managerOnly(
  services: PageServices,
  answer: (request: SignedInRequest) => Promise<Response>,
): (context: Context) => Promise<Response> {
  return signedIn(services, async (request) => {
    const { user } = request.visitor;
    const id = Number(request.context.req.param("app"));
    const app = Number.isSafeInteger(id) ? services.store.apps.find(id) : null;
    const manages = app === null ? user.isAdmin : loadAppRights(services.store, app, user).appEditable;
    return manages ? answer(request) : sendForbidden(request);
  });
}

async function sendForbidden(request: SignedInRequest): Promise<Response> {
  // The header that `@kintone/plugin-uploader` reads (fact sheet §2).
  request.context.header("X-Cybozu-Error", "CB_NO02");
  return sendFault(request, { kind: "forbidden" });
}
