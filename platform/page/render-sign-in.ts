import { html, raw } from "hono/html";
import type { Language } from "../api/operation.ts";
import type { Message } from "./message.ts";
import { pageMessages } from "./page-messages.ts";
import { type Html, renderDocument } from "./render-document.ts";

export type SignInNotice = "failed" | "throttled" | "form-expired" | "expired" | "signed-out";

/** The notice that an address asks for: `POST /login` comes back with `?notice=…`. */
export function toSignInNotice(value: string | undefined): SignInNotice | undefined {
  return Object.hasOwn(notices, value ?? "") ? notices[value ?? ""]?.name : undefined;
}

/**
 * The sign-in page; it works without JavaScript. The `…-slash` classes are what `@kintone/plugin-uploader` types into
 * (fact sheet §2). The one script carries the fragment over (`show#record=5`), which a form would lose, and keeps the name.
 */
export function renderSignIn(page: {
  readonly language: Language;
  readonly nonce: string;
  readonly csrf: string;
  readonly returnTo: string;
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
              autofocus${failed ? html` aria-invalid="true" aria-describedby="kp-notice"` : ""}
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
              required${failed ? html` aria-invalid="true" aria-describedby="kp-notice"` : ""}
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
      (() => {
        // A wrong password is no reason to type the name again; it stays in this tab.
        const login = document.getElementById("kp-login");
        login.form.addEventListener("submit", () => sessionStorage.setItem("kp-login", login.value));
        if (${failed ? raw("true") : raw("false")} && login.value === "") {
          login.value = sessionStorage.getItem("kp-login") ?? "";
          document.getElementById(login.value === "" ? "kp-login" : "kp-password").focus();
        }
      })();
    </script>`,
  });
}

const notices: Readonly<Record<string, { name: SignInNotice; text: Message; kind: string }>> = {
  failed: { name: "failed", text: pageMessages.signInFailed, kind: "danger" },
  throttled: { name: "throttled", text: pageMessages.signInThrottled, kind: "danger" },
  "form-expired": { name: "form-expired", text: pageMessages.formExpired, kind: "warning" },
  expired: { name: "expired", text: pageMessages.signInExpired, kind: "warning" },
  "signed-out": { name: "signed-out", text: pageMessages.signedOut, kind: "success" },
};

function renderNotice(name: SignInNotice, language: Language): Html {
  const notice = notices[name];
  return notice === undefined
    ? html``
    : html`<div
        class="kp-banner kp-banner-${notice.kind}"
        id="kp-notice"
        role="${notice.kind === "danger" ? "alert" : "status"}"
      >
        <p>${notice.text[language]}</p>
      </div>`;
}
