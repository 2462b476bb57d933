import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Context } from "hono";
import type { Language } from "../api/operation.ts";
import type { Services } from "../http/services.ts";
import { pickLanguage } from "../http/language.ts";
import { readSession } from "../http/session.ts";
import { buildPageHeaders } from "./page-security.ts";
import type { PageVisitor } from "./page-visitor.ts";
import type { Html } from "./render-document.ts";
import { type PageFault, renderErrorPage, toFaultStatus } from "./render-error-page.ts";

/** What the pages work with: the platform's services and where webpack put the page bundle. */
export type PageServices = Services & { readonly assetsFolder: string };

/** One request for a page. */
export type PageRequest = {
  readonly context: Context;
  readonly services: PageServices;
  readonly visitor: PageVisitor | null;
  readonly language: Language;
  /** Of this answer only. */
  readonly nonce: string;
  readonly mobile: boolean;
};

export type SignedInRequest = PageRequest & { readonly visitor: PageVisitor };

/** Reads who asks, in which language and for which device. */
export function readPageRequest(context: Context, services: PageServices): PageRequest {
  const now = services.now();
  const session = readSession(services.store, context.req.raw, now);
  const visitor = session && { ...session, unread: services.store.inbox.countUnread(session.user.code), now };
  return {
    context,
    services,
    visitor,
    language: pickLanguage(visitor?.user ?? null, context.req.header("Accept-Language") ?? null),
    nonce: randomBytes(16).toString("base64"),
    mobile: context.req.path.startsWith("/k/m/"),
  };
}

/** Sends a page with the security headers; `policy` widens them for pages that carry others' files. */
export async function sendPage(
  request: PageRequest,
  html: Html,
  policy: {
    readonly status?: 200 | 400 | 403 | 404 | 500 | 503;
    readonly origins?: readonly string[];
    readonly allowEval?: boolean;
  } = {},
): Promise<Response> {
  const { status = 200, ...rest } = policy;
  return request.context.html(await html, status, buildPageHeaders({ nonce: request.nonce, ...rest }));
}

/** Sends the page that says what went wrong. */
export async function sendFault(request: PageRequest, fault: PageFault): Promise<Response> {
  const { language, nonce, mobile, visitor } = request;
  const html = renderErrorPage(fault, {
    language,
    nonce,
    mobile,
    visitor: visitor && { name: visitor.user.name, requestToken: visitor.requestToken, unread: visitor.unread },
  });
  return sendPage(request, html, { status: toFaultStatus(fault) });
}

/** Whether the page bundle was built; without it a page could show nothing. */
export function hasPageBundle(services: PageServices): boolean {
  return existsSync(resolve(services.assetsFolder, "page.js"));
}
