import { Hono } from "hono";
import { createLoginForm } from "../http/login-form.ts";
import { type PageServices, readPageRequest, sendPage } from "./page-context.ts";
import { renderSignIn, toSignInNotice } from "./render-sign-in.ts";
import { toReturnPath } from "./to-return-path.ts";

/** `GET /login`; the form is received by `POST /login` beside the sessions. */
export function createSignInRoutes(services: PageServices): Hono {
  const routes = new Hono();
  routes.get("/login", async (context) => {
    const request = readPageRequest(context, services);
    const returnTo = toReturnPath(context.req.query("return"));
    const notice = toSignInNotice(context.req.query("notice"));
    if (request.visitor !== null && notice === undefined) {
      return context.redirect(returnTo, 303);
    }
    const form = createLoginForm(context.req.raw);
    if (form.setCookie !== null) {
      context.header("Set-Cookie", form.setCookie);
    }
    const { language, nonce } = request;
    return sendPage(
      request,
      renderSignIn({ language, nonce, csrf: form.csrf, returnTo, ...(notice === undefined ? {} : { notice }) }),
    );
  });
  return routes;
}
