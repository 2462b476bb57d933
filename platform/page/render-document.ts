import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language } from "../api/operation.ts";
import { formatMessage } from "./message.ts";
import { pageMessages } from "./page-messages.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Crumb = { readonly label: string; readonly href?: string };

export type PageDocument = {
  readonly language: Language;
  /** Of the tab; the product's name is added. */
  readonly title: string;
  readonly nonce: string;
  readonly mobile?: boolean;
  /** From the portal to this page; the last one is where the reader is. Empty on the sign-in page. */
  readonly breadcrumb: readonly Crumb[];
  /** Who is signed in; `null` shows no sign-out. */
  readonly visitor: { readonly name: string; readonly requestToken: string; readonly unread: number } | null;
  readonly styles?: readonly string[];
  readonly bodyClass?: string;
  /** Inside `<main>`. */
  readonly content: Html;
  /** After the page's markup: bootstrap data and scripts. */
  readonly tail?: Html;
};

/** A whole page in the product's frame: skip link, fixed header, landmarks. Every text in it is escaped by `html`. */
export function renderDocument(page: PageDocument): Html {
  const text = pageMessages;
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} - ${text.product[page.language]}</title>
        <link rel="icon" href="${iconDataUrl}" />
        <link rel="stylesheet" href="/k/platform/assets/page.css" />
        ${(page.styles ?? []).map((href) => html`<link rel="stylesheet" href="${href}" /> `)}
      </head>
      <body
        class="kp-body${page.mobile === true ? " kp-mobile" : ""}${page.bodyClass === undefined ? "" : ` ${page.bodyClass}`}"
      >
        <a class="kp-skip-link" href="#kp-main">${text.skip[page.language]}</a>
        ${renderHeader(page)}
        <main id="kp-main" class="kp-main" tabindex="-1">${page.content}</main>
        ${page.tail ?? ""}
      </body>
    </html>`;
}

function renderHeader(page: PageDocument): Html {
  const text = pageMessages;
  const { language, visitor } = page;
  if (visitor === null) {
    return html`<header class="kp-header">
      <span class="kp-header-product">${raw(productMark)}${text.product[language]}</span>
    </header>`;
  }
  const last = page.breadcrumb.length - 1;
  return html`<header class="kp-header">
    <nav class="kp-breadcrumb" aria-label="${text.breadcrumb[language]}">
      <ol>
        ${page.breadcrumb.map((crumb, index) => {
          const mark = index === 0 ? raw(homeIcon) : "";
          const label = html`${mark}<span>${crumb.label}</span>`;
          return index === last
            ? html`<li aria-current="page">${label}</li>`
            : html`<li><a href="${crumb.href ?? "/k/"}">${label}</a></li>`;
        })}
      </ol>
    </nav>
    <div class="kp-header-user">
      ${renderBell(page, visitor.unread)}
      <a class="kp-header-name" href="/k/platform/preference/" title="${text.preference[language]}"
        >${raw(personIcon)}<span
          ><span class="kp-visually-hidden">${text.signedInAs[language]}: </span>${visitor.name}</span
        ></a
      >
      <form method="post" action="/logout">
        <input type="hidden" name="__REQUEST_TOKEN__" value="${visitor.requestToken}" /><button
          class="kp-header-button"
          type="submit"
        >
          ${raw(leaveIcon)}<span>${text.signOut[language]}</span>
        </button>
      </form>
    </div>
  </header>`;
}

/** The way to the notifications, with how many are unread; the page's script keeps the number up to date. */
function renderBell({ language, mobile }: PageDocument, unread: number): Html {
  const words = unread === 0 ? "" : formatMessage(pageMessages.unreadCount, language, { count: unread });
  return html`<a class="kp-header-bell" id="kp-notifications" href="${mobile === true ? "/k/m/ntf/" : "/k/ntf/"}"
    >${raw(bellIcon)}<span class="kp-header-bell-word">${pageMessages.notifications[language]}</span
    ><span class="kp-header-badge" aria-hidden="true" ${unread === 0 ? raw("hidden") : ""}
      >${unread > 99 ? "99+" : unread}</span
    ><span class="kp-header-unread kp-visually-hidden">${words}</span></a
  >`;
}

const bellIcon = `<svg class="kp-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 17V11a6 6 0 0112 0v6l2 2H4zM10 21h4"/></svg>`;
const productMark = `<svg class="kp-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 20V9l8-5 8 5v11M4 20h16M9 20v-6h6v6"/></svg>`;
const personIcon = `<svg class="kp-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 12a4 4 0 100-8 4 4 0 000 8zM4 20a8 8 0 0116 0"/></svg>`;
const leaveIcon = `<svg class="kp-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M14 4H5v16h9M10 12h10M16 8l4 4-4 4"/></svg>`;
const homeIcon = `<svg class="kp-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 11l8-7 8 7M6 10v10h12V10"/></svg>`;
const iconDataUrl =
  "data:image/svg+xml," +
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#0017c1"/><path d="M5 19V10l7-5 7 5v9zM10 19v-5h4v5" fill="none" stroke="#fff" stroke-width="1.8" stroke-linejoin="round"/></svg>`,
  );
