import { toErrorResponse } from "./error-response.ts";
import { pickLanguage } from "./language.ts";
import { PlatformError } from "../platform-error.ts";
import type { MiddlewareHandler } from "hono";

/**
 * Refuses other host names: a page of another site whose name was made to point to 127.0.0.1 (DNS rebinding) would
 * otherwise count as this origin.
 */
export const checkHost: MiddlewareHandler = async (context, next) => {
  const host = context.req.header("host") ?? "";
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/iu.test(host)) {
    return toErrorResponse(
      new PlatformError("PLATFORM_HOST"),
      pickLanguage(null, context.req.header("accept-language") ?? null),
    );
  }
  await next();
  return undefined;
};

/** Headers for every answer: no guessing of types, no framing by other origins, no addresses to other sites. */
export const setSafeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("X-Content-Type-Options", "nosniff");
  context.header("X-Frame-Options", "SAMEORIGIN");
  context.header("Referrer-Policy", "same-origin");
};
