import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import { toJsonResponse } from "../http/error-response.ts";
import { effectiveMethod } from "./effective-method.ts";
import type { FaultBook } from "./fault-book.ts";
import type { FaultEffect } from "./parse-faults.ts";

/** Lets requests fail as was asked for. What is below `/k/platform/` never fails: one must be able to take faults back. */
export function injectFaults(book: FaultBook): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    const { pathname } = new URL(context.req.url);
    const effect = pathname.startsWith("/k/platform/") ? null : book.take(effectiveMethod(context.req.raw), pathname);
    if (effect === null) {
      return next();
    }
    if (effect.delayMs > 0) {
      await sleep(effect.delayMs);
    }
    if (effect.drop === "before") {
      context.env.incoming.socket.destroy();
      return toFaultResponse({ ...effect, status: 503 });
    }
    if (effect.status !== null) {
      return toFaultResponse(effect);
    }
    await next();
    context.res.headers.set("X-Platform-Fault", "1");
    if (effect.drop === "after") {
      context.env.incoming.socket.destroy();
    }
    return undefined;
  };
}

/** The shape of kintone's own refusals, so that a client reads it as one; a code may be chosen. */
function toFaultResponse({ status, code, message }: FaultEffect): Response {
  const known = code ?? defaultCode(status ?? 500);
  return toJsonResponse(
    { code: known, id: "platform-fault", message: message ?? "A fault on demand." },
    status ?? 500,
    {
      "X-Cybozu-Error": known,
      "X-Platform-Fault": "1",
    },
  );
}

/** kintone's codes for the refusals that clients tell apart (fact sheet §1.4). */
function defaultCode(status: number): string {
  switch (status) {
    case 401:
      return "CB_AU01";
    case 403:
      return "CB_NO02";
    case 404:
      return "GAIA_RE01";
    case 409:
      return "GAIA_CO02";
    case 429:
      return "GAIA_TO04";
    default:
      return "PLATFORM_FAULT";
  }
}
