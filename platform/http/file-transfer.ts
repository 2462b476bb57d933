import { inputMessages } from "../messages.ts";
import { mayReadFile } from "../permission/may-read-file.ts";
import { invalidParameter, PlatformError } from "../platform-error.ts";
import type { Caller } from "./authenticate.ts";
import { toJsonResponse } from "./error-response.ts";
import type { Services } from "./services.ts";
import { isSameToken } from "./session.ts";

/** kintone takes 1 GB; here the file becomes one value in the data file, which is read into memory whole. */
const fileLimit = 100 * 1024 * 1024;

/** `POST /k/v1/file.json`: multipart field `file`; with a session also `__REQUEST_TOKEN__`. */
export async function uploadFile(services: Services, request: Request, caller: Caller): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > fileLimit) {
    throw new PlatformError("PLATFORM_TOO_LARGE", { limit: fileLimit });
  }
  const form = await readForm(request);
  if (caller.requestToken !== null && !isSameToken(form.get("__REQUEST_TOKEN__"), caller.requestToken)) {
    throw new PlatformError("CB_JH01");
  }
  const file = form.get("file");
  if (file === null || typeof file === "string") {
    throw invalidParameter("file", inputMessages.parameterRequired);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { store } = services;
  const fileKey = store.transaction(() => {
    store.files.removeExpired(services.now());
    return store.files.upload(
      {
        name: toFileName(file.name),
        contentType: file.type === "" ? "application/octet-stream" : file.type,
        bytes,
        uploader: caller.user.code,
      },
      services.now(),
    );
  });
  return toJsonResponse({ fileKey }, 200, {});
}

/** `GET /k/v1/file.json?fileKey=…`: always as a download, so that a stored page or script never runs on this origin. */
export function downloadFile(
  services: Services,
  params: Readonly<Record<string, unknown>>,
  user: Caller["user"],
): Response {
  const key = params["fileKey"];
  if (typeof key !== "string" || key === "") {
    throw invalidParameter("fileKey", inputMessages.parameterRequired);
  }
  const file = services.store.files.read(key);
  if (!file) {
    throw new PlatformError("GAIA_BL01", { id: key });
  }
  if (!mayReadFile(services.store, key, { user, now: services.now() })) {
    throw new PlatformError("CB_NO02");
  }
  return new Response(Buffer.from(file.bytes), {
    headers: {
      "Content-Type": toHeaderSafeType(file.contentType),
      "Content-Length": String(file.bytes.byteLength),
      "Content-Disposition": toDisposition(file.name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}

/** A chunked body says no length, as of clients that stream a file: it is counted while it comes in. */
async function readForm(request: Request): Promise<FormData> {
  let size = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      size += chunk.byteLength;
      if (size > fileLimit) {
        controller.error(new PlatformError("PLATFORM_TOO_LARGE", { limit: fileLimit }));
      } else {
        controller.enqueue(chunk);
      }
    },
  });
  try {
    const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
    return await new Response(request.body?.pipeThrough(counter) ?? null, { headers }).formData();
  } catch {
    throw size > fileLimit
      ? new PlatformError("PLATFORM_TOO_LARGE", { limit: fileLimit })
      : new PlatformError("CB_IL02");
  }
}

/** Tools send whole paths as names (fact sheet §1.2); the name is what follows the last separator. */
function toFileName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? "";
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = last.replaceAll(/[\u0000-\u001F\u007F]/gu, "").slice(0, 255);
  return clean === "" ? "file" : clean;
}

function toHeaderSafeType(contentType: string): string {
  return /^[\w.+-]+\/[\w.+-]+(?:;\s*charset=[\w-]+)?$/iu.test(contentType) ? contentType : "application/octet-stream";
}

/** RFC 6266: an ASCII name for old readers and the true one in UTF-8. */
function toDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\w.\- ]/gu, "_");
  const encoded = encodeURIComponent(toWellFormed(name)).replaceAll("'", "%27");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** A name cut in the middle of a surrogate pair would make encodeURIComponent throw. */
function toWellFormed(name: string): string {
  return Buffer.from(name, "utf8").toString("utf8");
}
