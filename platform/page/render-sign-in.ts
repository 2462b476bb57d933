import { html } from "hono/html";
import type { Language } from "../api/operation.ts";
import { pageMessages } from "./page-messages.ts";
import { type Html, renderDocument } from "./render-document.ts";

export type SignInNotice = "failed" | "expired" | "form-expired" | "signed-out";

/**
 * The sign-in page; it works without JavaScript. The `…-slash` classes are what `@kintone/plugin-uploader` types into
 * (fact sheet §2). The one script only carries the fragment over (`show#record=5`), which a form would lose.
 */
export function renderSignIn(page: {
  readonly language: Language;
  readonly nonce: string;
  readonly csrf: string;
  readonly returnTo: string;
  readonly login?: string;
  readonly notice?: SignInNotice;
}): Html {
  const { language, notice } = page;
  const text = pageMessages;
  const failed = notice === "failed";
  return renderDocument({
    language,
    title: text.signInTitle[language],
    nonce: page.nonce,
    breadcrumb: [],
    visitor: null,
    bodyClass: "kp-page-sign-in",
    content: html`<div class="kp-sign-in kp-card">
        <h1>${text.signInTitle[language]}</h1>
        ${notice === undefined ? "" : renderNotice(notice, language)}
        <form method="post" action="/login">
          <input type="hidden" name="csrf" value="${page.csrf}" />
          <input type="hidden" name="return" id="kp-return" value="${page.returnTo}" />
          <div class="form-username-slash kp-sign-in-row">
            <label class="kp-label" for="kp-login">${text.loginName[language]}</label
            ><input
              class="form-text kp-input"
              id="kp-login"
              name="login"
              type="text"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              required
              value="${page.login ?? ""}"
              ${failed ? html` aria-invalid="true" aria-describedby="kp-notice"` : ""}
            />
          </div>
          <div class="form-password-slash kp-sign-in-row">
            <label class="kp-label" for="kp-password">${text.password[language]}</label
            ><input
              class="form-text kp-input"
              id="kp-password"
              name="password"
              type="password"
              autocomplete="current-password"
              required${failed ? html` aria-invalid="true" aria-describedby="kp-notice" autofocus` : ""}
            />
          </div>
          <button class="login-button kp-button kp-button-primary kp-sign-in-button" type="submit">
            ${text.signIn[language]}
          </button>
        </form>
      </div>
      <p class="kp-sign-in-note kp-muted">${text.local[language]}</p>`,
    tail: html`<script nonce="${page.nonce}">
      document.getElementById("kp-return").value += location.hash;
    </script>`,
  });
}

function renderNotice(notice: SignInNotice, language: Language): Html {
  const text = {
    failed: pageMessages.signInFailed,
    expired: pageMessages.signInExpired,
    "form-expired": pageMessages.formExpired,
    "signed-out": pageMessages.signedOut,
  }[notice];
  const kind = { failed: "danger", expired: "warning", "form-expired": "warning", "signed-out": "success" }[notice];
  return html`<div
    class="kp-banner kp-banner-${kind}"
    id="kp-notice"
    role="${notice === "failed" ? "alert" : "status"}"
  >
    <p>${text[language]}</p>
  </div>`;
}
