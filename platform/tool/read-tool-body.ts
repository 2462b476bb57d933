import type { IncomingMessage } from "node:http";
import { bodyOf, readBytes } from "../http/read-body.ts";
import { PlatformError } from "../platform-error.ts";

/** The JSON body of a tool call (an array too) and the request token that was in it. */
export async function readToolBody(
  request: Request,
  incoming: IncomingMessage,
): Promise<{ readonly body: unknown; readonly token: unknown }> {
  const hasBody = request.headers.has("transfer-encoding") || Number(request.headers.get("content-length") ?? 0) > 0;
  if (!hasBody) {
    return { body: undefined, token: undefined };
  }
  // A form of another site can send text/plain without asking; JSON it cannot.
  if (!/^application\/json\b/iu.test(request.headers.get("content-type") ?? "")) {
    throw new PlatformError("CB_IL02");
  }
  const json = parseJson(await readBytes(bodyOf(request, incoming)));
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { body: json, token: undefined };
  }
  const { __REQUEST_TOKEN__: token, ...body }: Record<string, unknown> = { ...json };
  return { body, token };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new PlatformError("CB_IJ01");
  }
}
