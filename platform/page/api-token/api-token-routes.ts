import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteApiToken, postApiToken, putApiToken } from "../../api/api-tokens/token-operations.ts";
import { checkRight } from "../../api/check-right.ts";
import { postDeploy } from "../../api/deploy/post-deploy.ts";
import type { Operation } from "../../api/operation.ts";
import { isSameToken } from "../../http/session.ts";
import { toErrorBody } from "../../http/to-error-body.ts";
import { loadAppRights } from "../../permission/load-access.ts";
import { PlatformError } from "../../platform-error.ts";
import { tokenRightNames } from "../../store/api-token-store.ts";
import type { StoredApp } from "../../store/app-store.ts";
import { formatMessage } from "../message.ts";
import { type PageServices, sendFault, sendPage, type SignedInRequest } from "../page-context.ts";
import { pageMessages } from "../page-messages.ts";
import { signedIn } from "../signed-in.ts";
import { apiTokenMessages } from "./api-token-messages.ts";
import { type ListedToken, renderApiTokens, type TokenNotice } from "./render-api-tokens.ts";

const path = "/k/admin/app/apitoken";

/** The page of an app's API tokens, for who manages the app; that kintone has it at this address is assumed. */
export function createApiTokenRoutes(services: PageServices): Hono {
  const routes = new Hono();
  const forManagers = (answer: (request: SignedInRequest, app: StoredApp) => Promise<Response>) =>
    signedIn(services, async (request) => {
      const asked = request.context.req.query("app") ?? "";
      const app = /^\d{1,15}$/u.test(asked) ? services.store.apps.find(Number(asked)) : null;
      if (app === null) {
        return sendFault(request, { kind: "app-not-found", app: asked });
      }
      return loadAppRights(services.store, app, request.visitor.user).appEditable
        ? answer(request, app)
        : sendFault(request, { kind: "forbidden" });
    });
  routes.get(
    path,
    forManagers(async (request, app) => sendTokens(request, app, toNotice(request.context, request.language))),
  );
  routes.post(path, bodyLimit({ maxSize: 64 * 1024 }), forManagers(changeTokens));
  return routes;
}

type Act = { readonly operation: Operation; readonly done: "added" | "saved" | "removed" | "updated" };

const acts: Readonly<Record<string, Act>> = {
  add: { operation: postApiToken, done: "added" },
  save: { operation: putApiToken, done: "saved" },
  remove: { operation: deleteApiToken, done: "removed" },
  deploy: { operation: postDeploy, done: "updated" },
};

async function changeTokens(request: SignedInRequest, app: StoredApp): Promise<Response> {
  const { context, services, visitor, language } = request;
  const form = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
  if (!isSameToken(form["__REQUEST_TOKEN__"], visitor.requestToken)) {
    return sendTokens(request, app, { kind: "warning", text: pageMessages.formExpired[language] });
  }
  const act = acts[typeof form["act"] === "string" ? form["act"] : ""];
  if (act === undefined) {
    return sendFault(request, { kind: "page-not-found" });
  }
  const { store } = services;
  try {
    store.transaction(() => {
      const call = { params: toParams(form, app, act), caller: visitor.user, language, preview: true, store };
      checkRight(act.operation, { ...call, now: services.now() });
      act.operation.run({ ...call, now: services.now() });
    });
  } catch (error) {
    if (!(error instanceof PlatformError)) {
      throw error;
    }
    const { message, errors } = toErrorBody(error, language);
    const reason = [message, ...Object.values(errors ?? {}).flatMap(({ messages }) => messages)].join(" ");
    return sendTokens(request, app, {
      kind: "danger",
      text: formatMessage(apiTokenMessages.failed, language, { reason }),
    });
  }
  return context.redirect(`${path}?${new URLSearchParams({ app: String(app.id), done: act.done }).toString()}`, 303);
}

/** An unchecked box is not sent; a new token starts with its usual rights. */
function toParams(form: Readonly<Record<string, unknown>>, app: StoredApp, { done }: Act): Record<string, unknown> {
  switch (done) {
    case "updated":
      return { apps: [{ app: app.id }] };
    case "added":
      return { app: app.id };
    case "saved":
    case "removed":
      break;
  }
  const rights = Object.fromEntries(tokenRightNames.map((name) => [name, form[name] === "true"]));
  return { app: app.id, token: form["token"], note: form["note"], ...rights };
}

function toNotice({ req }: Context, language: SignedInRequest["language"]): TokenNotice | null {
  const { done } = Object.values(acts).find((act) => act.done === req.query("done")) ?? {};
  return done === undefined ? null : { kind: "success", text: apiTokenMessages[done][language] };
}

async function sendTokens(request: SignedInRequest, app: StoredApp, notice: TokenNotice | null): Promise<Response> {
  const { services, visitor, language, nonce } = request;
  const { apiTokens, apps } = services.store;
  const live = apiTokens.list(app.id, "live");
  const rightsOf = new Map(live.map(({ token, rights }) => [token, JSON.stringify(rights)]));
  const tokens = apiTokens.list(app.id, "preview").map((token): ListedToken => {
    const before = rightsOf.get(token.token);
    const state = before === undefined ? "fresh" : before === JSON.stringify(token.rights) ? "live" : "changed";
    return { ...token, state };
  });
  const kept = new Set(tokens.map(({ token }) => token));
  const leaving = live.filter(({ token }) => !kept.has(token)).length;
  const isUpdating = apps.find(app.id)?.deploy?.status === "PROCESSING";
  const html = renderApiTokens({
    language,
    nonce,
    visitor: { name: visitor.user.name, requestToken: visitor.requestToken, unread: visitor.unread },
    app: {
      id: app.id,
      name: app.preview.general.name,
      isPending: !isUpdating && (leaving > 0 || tokens.some(({ state }) => state !== "live")),
    },
    tokens,
    leaving,
    notice: isUpdating ? { kind: "warning", text: apiTokenMessages.updating[language] } : notice,
  });
  // A secret stands on this page: no cache keeps it.
  request.context.header("Cache-Control", "no-store");
  return sendPage(request, html, { status: notice === null || notice.kind === "success" ? 200 : 400 });
}
