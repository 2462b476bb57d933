import { html } from "hono/html";
import type { Language } from "../api/operation.ts";
import { formatMessage, type Message } from "./message.ts";
import { pageMessages } from "./page-messages.ts";
import { type Html, type PageDocument, renderDocument } from "./render-document.ts";

export type PageFault =
  | { readonly kind: "app-not-found"; readonly app: string }
  | { readonly kind: "plugin-not-found"; readonly app: number }
  | { readonly kind: "page-not-found" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "not-built" }
  | { readonly kind: "fault"; readonly id: string };

/** The HTTP status of a page that says what went wrong. */
export function toFaultStatus(fault: PageFault): 403 | 404 | 500 | 503 {
  return statuses[fault.kind];
}

const statuses = {
  forbidden: 403,
  fault: 500,
  "not-built": 503,
  "app-not-found": 404,
  "plugin-not-found": 404,
  "page-not-found": 404,
} as const satisfies Record<PageFault["kind"], number>;

/** A page that says what happened, what it means and what to do; never a stack trace. */
export function renderErrorPage(
  fault: PageFault,
  page: {
    readonly language: Language;
    readonly nonce: string;
    readonly visitor: PageDocument["visitor"];
    readonly mobile?: boolean;
  },
): Html {
  const { language } = page;
  const { title, body } = describeFault(fault, language);
  const home = page.mobile === true ? "/k/m/" : "/k/";
  const isPlugin = fault.kind === "plugin-not-found";
  const next = isPlugin ? `/k/admin/app/${fault.app}/plugin/` : home;
  const label = isPlugin ? pageMessages.toPlugins : pageMessages.toPortal;
  return renderDocument({
    ...page,
    title,
    breadcrumb: [{ label: pageMessages.portal[language], href: home }, { label: title }],
    bodyClass: "kp-page-error",
    content: html`<div class="kp-problem">
      <h1>${title}</h1>
      <p>${body}</p>
      <p><a class="kp-button kp-button-primary" href="${next}">${label[language]}</a></p>
    </div>`,
  });
}

const texts = {
  "app-not-found": { title: pageMessages.appNotFoundTitle, body: pageMessages.appNotFound },
  "plugin-not-found": { title: pageMessages.pluginNotFoundTitle, body: pageMessages.pluginNotFound },
  "page-not-found": { title: pageMessages.pageNotFoundTitle, body: pageMessages.pageNotFound },
  forbidden: { title: pageMessages.forbiddenTitle, body: pageMessages.forbidden },
  "not-built": { title: pageMessages.notBuiltTitle, body: pageMessages.notBuilt },
  fault: { title: pageMessages.faultTitle, body: pageMessages.fault },
} as const satisfies Record<PageFault["kind"], { title: Message; body: Message }>;

function describeFault(fault: PageFault, language: Language): { title: string; body: string } {
  const params: Record<string, string> = {};
  if (fault.kind === "app-not-found") {
    params["app"] = fault.app;
  } else if (fault.kind === "fault") {
    params["id"] = fault.id;
  }
  const { title, body } = texts[fault.kind];
  return { title: formatMessage(title, language), body: formatMessage(body, language, params) };
}
