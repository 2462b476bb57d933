import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import type { RequestLog } from "./request-log.ts";
import { effectiveMethod } from "./effective-method.ts";

/** The log itself and what every page loads would only hide what one looks for. */
const unlogged = /^\/k\/platform\/(?:assets\/|requests(?:\.json)?$)/u;

/** Names of parameters whose values are nobody's business. */
const secretName = /token|password|secret|authorization/iu;

/** Remembers each request. Headers and bodies are not kept, so neither are passwords and tokens in them. */
export function recordRequests(log: RequestLog): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    const url = new URL(context.req.url);
    if (unlogged.test(url.pathname)) {
      return next();
    }
    const start = performance.now();
    const at = new Date().toISOString();
    await next();
    const cut = context.env.incoming.socket.destroyed;
    log.add({
      at,
      method: effectiveMethod(context.req.raw),
      path: url.pathname,
      query: maskQuery(url.searchParams),
      caller: toCaller(context.req.raw.headers),
      status: cut ? 0 : context.res.status,
      code: context.res.headers.get("x-cybozu-error") ?? "",
      ms: Math.round((performance.now() - start) * 10) / 10,
      faulted: context.res.headers.has("x-platform-fault"),
    });
    return undefined;
  };
}

function maskQuery(params: URLSearchParams): string {
  const parts = [...params].map(([name, value]) => `${name}=${secretName.test(name) ? "***" : value}`);
  return parts.length === 0 ? "" : `?${parts.join("&")}`.slice(0, 2000);
}

/** Only the name before the colon of `X-Cybozu-Authorization` is read out of it. */
function toCaller(headers: Headers): string {
  const password = headers.get("x-cybozu-authorization");
  if (password !== null) {
    return Buffer.from(password, "base64").toString("utf8").split(":", 2).length === 2
      ? (Buffer.from(password, "base64").toString("utf8").split(":")[0] ?? "").slice(0, 128)
      : "";
  }
  if (headers.has("x-cybozu-api-token")) {
    return "api-token";
  }
  return headers.has("cookie") ? "session" : "";
}
