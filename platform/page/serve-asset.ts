import { createHash } from "node:crypto";
import { fileHeaders } from "./page-security.ts";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  map: "application/json; charset=utf-8",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
  svg: "image/svg+xml",
  webp: "image/webp",
  woff: "font/woff",
  woff2: "font/woff2",
};

/**
 * Answers a script, style or picture. The browser asks again each time and is spared the bytes when they are the same:
 * a plugin may be installed again under the version it had.
 */
export function serveAsset(file: { readonly name: string; readonly bytes: Uint8Array }, request: Request): Response {
  const etag = `"${createHash("sha256").update(file.bytes).digest("base64url").slice(0, 22)}"`;
  const headers = { ...fileHeaders, ETag: etag, "Cache-Control": "private, no-cache" };
  if (request.headers.get("If-None-Match") === etag) {
    return new Response(null, { status: 304, headers });
  }
  const extension = /\.([a-z0-9]+)$/iu.exec(file.name)?.[1]?.toLowerCase() ?? "";
  return new Response(Uint8Array.from(file.bytes), {
    headers: {
      ...headers,
      "Content-Type": types[extension] ?? "application/octet-stream",
      // A picture with scripts in it must not run them when it is opened by itself.
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
