import { html } from "hono/html";
import type { Language } from "../../api/operation.ts";
import { type ApiToken, tokenLimit, tokenRightNames } from "../../store/api-token-store.ts";
import { formatMessage } from "../message.ts";
import { pageMessages } from "../page-messages.ts";
import { type Html, renderDocument } from "../render-document.ts";
import { apiTokenMessages } from "./api-token-messages.ts";

export type TokenNotice = { readonly kind: "success" | "warning" | "danger"; readonly text: string };

/** A prepared token, and whether it is live as it stands here, live otherwise, or not live yet. */
export type ListedToken = ApiToken & { readonly state: "live" | "changed" | "fresh" };

type TokenPage = {
  readonly language: Language;
  readonly nonce: string;
  readonly visitor: { readonly name: string; readonly requestToken: string; readonly unread: number };
  readonly app: { readonly id: number; readonly name: string; readonly isPending: boolean };
  readonly tokens: readonly ListedToken[];
  /** How many live tokens are no longer prepared. */
  readonly leaving: number;
  readonly notice: TokenNotice | null;
};

/** The API tokens of an app, each with its own small form; it works without JavaScript. */
export function renderApiTokens(page: TokenPage): Html {
  const { language, app, tokens, notice } = page;
  const text = (key: keyof typeof apiTokenMessages, params: Record<string, string | number> = {}): string =>
    formatMessage(apiTokenMessages[key], language, params);
  return renderDocument({
    language,
    title: `${text("title")} - ${app.name}`,
    nonce: page.nonce,
    breadcrumb: [
      { label: pageMessages.portal[language], href: "/k/" },
      { label: app.name, href: `/k/${app.id}/` },
      { label: text("title") },
    ],
    visitor: page.visitor,
    bodyClass: "kp-page-api-tokens",
    content: html`<div class="kp-page-narrow">
      <h1>${text("title")}</h1>
      <p>${text("lead")}</p>
      ${notice === null ? "" : html`<div class="kp-banner kp-banner-${notice.kind}" role="${notice.kind === "success" ? "status" : "alert"}"><p>${notice.text}</p></div>`}
      ${page.app.isPending ? renderPending(page, text) : ""}
      <h2 id="kp-tokens">${text("listTitle", { count: tokens.length, limit: tokenLimit })}</h2>
      ${tokens.length === 0 ? html`<p class="kp-card kp-empty-state">${text("none")}</p>` : tokens.map((token, index) => renderToken(page, { token, index, text }))}
      ${
        tokens.length >= tokenLimit
          ? html`<p class="kp-muted">${text("full", { limit: tokenLimit })}</p>`
          : html`<form method="post" action="${toAction(page)}">
              ${renderHidden(page)}<button class="kp-button" type="submit" name="act" value="add">
                ${text("generate")}
              </button>
            </form>`
      }
      <p class="kp-foot">
        <a href="/k/${app.id}/">${text("toApp")}</a> ・
        <a href="/k/admin/app/${app.id}/plugin/">${text("toPlugins")}</a>
      </p>
    </div>`,
  });
}

type Text = (key: keyof typeof apiTokenMessages, params?: Record<string, string | number>) => string;

function renderPending(page: TokenPage, text: Text): Html {
  return html`<div class="kp-card kp-section kp-admin-pending">
    <div>
      <h2>${text("pendingTitle")}</h2>
      <p>${text("pending")}</p>
      ${page.leaving === 0 ? "" : html`<p>${text("leaving", { count: page.leaving })}</p>`}
    </div>
    <form method="post" action="${toAction(page)}">
      ${renderHidden(page)}<button class="kp-button kp-button-primary" type="submit" name="act" value="deploy">
        ${text("update")}
      </button>
    </form>
  </div>`;
}

function renderToken(
  page: TokenPage,
  { token, index, text }: { readonly token: ListedToken; readonly index: number; readonly text: Text },
): Html {
  const id = `kp-token-${index + 1}`;
  return html`<section class="kp-card kp-section kp-token" aria-labelledby="${id}">
    <h3 id="${id}">${text("tokenOf", { number: index + 1 })}</h3>
    <p class="kp-token-state kp-token-${token.state}">${text(token.state)}</p>
    <form class="kp-token-form" method="post" action="${toAction(page)}">
      ${renderHidden(page)}
      <label class="kp-label" for="${id}-text">${text("token")}</label>
      <input class="kp-input kp-code" id="${id}-text" name="token" value="${token.token}" readonly spellcheck="false" />
      <fieldset class="kp-token-rights">
        <legend class="kp-label">${text("rights")}</legend>
        ${tokenRightNames.map(
          (name) =>
            html`<label class="kp-token-right"
              ><input
                type="checkbox"
                name="${name}"
                value="true"
                ${token.rights[name] ? "checked" : ""}
              />${text(name)}</label
            > `,
        )}
      </fieldset>
      <label class="kp-label" for="${id}-note">${text("note")}</label>
      <input
        class="kp-input"
        id="${id}-note"
        name="note"
        value="${token.note}"
        maxlength="256"
        aria-describedby="${id}-help"
      />
      <p class="kp-muted" id="${id}-help">${text("noteHelp")}</p>
      <div class="kp-token-buttons">
        <button class="kp-button kp-button-primary" type="submit" name="act" value="save" aria-describedby="${id}">
          ${text("save")}
        </button>
        <button class="kp-button" type="submit" name="act" value="remove" aria-describedby="${id}">
          ${text("remove")}
        </button>
      </div>
    </form>
  </section>`;
}

function renderHidden({ visitor }: TokenPage): Html {
  return html`<input type="hidden" name="__REQUEST_TOKEN__" value="${visitor.requestToken}" />`;
}

function toAction({ app }: TokenPage): string {
  return `/k/admin/app/apitoken?app=${app.id}`;
}
