import type { Language } from "../api/operation.ts";
import { BulkRequestError } from "../bulk-request-error.ts";
import { PlatformError } from "../platform-error.ts";
import { toErrorBody } from "./to-error-body.ts";

/** kintone's answer to a refused call: JSON body and the code again as a header. */
export function toErrorResponse(error: PlatformError, language: Language): Response {
  const body = toErrorBody(error, language);
  const answer =
    error instanceof BulkRequestError
      ? { results: Array.from({ length: error.count }, (_, index) => (index === error.index ? body : {})) }
      : body;
  return toJsonResponse(answer, error.status, { "X-Cybozu-Error": error.code });
}

/** A JSON answer; never cached, because it is about records as they are now. */
export function toJsonResponse(body: unknown, status: number, headers: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json;charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

/** Anything thrown becomes a refusal; what is not one of ours is logged whole and answered without its details. */
export function toPlatformError(error: unknown, log: (line: string) => void): PlatformError {
  if (error instanceof PlatformError) {
    return error;
  }
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new PlatformError("PLATFORM_UNEXPECTED");
}
