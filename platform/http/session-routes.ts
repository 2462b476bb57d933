import { toReturnPath } from "../page/to-return-path.ts";
import type { Services } from "./services.ts";
import { signIn, signOut } from "./sign-in.ts";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/**
 * `POST /login` (form fields login, password, csrf, return) and `POST /logout` (form field __REQUEST_TOKEN__). A refusal
 * goes back to the page: `/login?notice=failed|throttled|form-expired&return=…`.
 */
export function createSessionRoutes(services: Services): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: 64 * 1024 });
  routes.post("/login", limit, async (context) => {
    const form = await parseForm(context);
    const target = toReturnPath(typeof form["return"] === "string" ? form["return"] : undefined);
    const answer = await signIn(services, context.req.raw, form);
    if (!answer.ok) {
      return context.redirect(
        `/login?${new URLSearchParams({ notice: answer.notice, return: target }).toString()}`,
        303,
      );
    }
    context.header("Set-Cookie", answer.setCookie);
    return context.redirect(target, 303);
  });
  routes.post("/logout", limit, async (context) => {
    const setCookie = signOut(services, context.req.raw, await parseForm(context));
    if (setCookie === null) {
      return context.redirect("/k/", 303);
    }
    context.header("Set-Cookie", setCookie);
    return context.redirect("/login?notice=signed-out", 303);
  });
  return routes;
}

/** A body that is no form is an empty one: it lacks the token of the page and is refused as such. */
async function parseForm(context: Context): Promise<Record<string, unknown>> {
  return context.req.parseBody().catch((): Record<string, unknown> => ({}));
}
