import type { Context } from "hono";
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
  return signedIn(services, async (request) => {
    if (request.visitor.user.isAdmin) {
      return answer(request);
    }
    // The header that `@kintone/plugin-uploader` reads (fact sheet §2).
    request.context.header("X-Cybozu-Error", "CB_NO02");
    return sendFault(request, { kind: "forbidden" });
  });
}
