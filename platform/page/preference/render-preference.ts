import { html } from "hono/html";
import type { Language } from "../../api/operation.ts";
import { mailConditions, mailFormats, timeFormats } from "../../store/user-preference.ts";
import type { User } from "../../store/user-store.ts";
import { pageMessages } from "../page-messages.ts";
import { type Html, renderDocument } from "../render-document.ts";
import { preferenceMessages } from "./preference-messages.ts";

export type PreferenceNotice = { readonly kind: "success" | "warning" | "danger"; readonly text: string };

type Key = keyof typeof preferenceMessages;

/** The form of what people set for themselves. */
export function renderPreference(page: {
  readonly language: Language;
  readonly nonce: string;
  readonly visitor: { readonly name: string; readonly requestToken: string; readonly unread: number };
  readonly user: Pick<User, "language" | "timezone" | "preference">;
  readonly timeZones: readonly string[];
  readonly notice: PreferenceNotice | null;
}): Html {
  const { language, visitor, user, notice } = page;
  const { timeFormat, desktopNotifications, emailNotifications } = user.preference;
  const text = (key: Key): string => preferenceMessages[key][language];
  const named = <T extends Key>(keys: readonly T[]) => keys.map((key): readonly [T, string] => [key, text(key)]);
  return renderDocument({
    language,
    title: text("title"),
    nonce: page.nonce,
    breadcrumb: [{ label: pageMessages.portal[language], href: "/k/" }, { label: text("title") }],
    visitor,
    bodyClass: "kp-page-preference",
    content: html`<div class="kp-page-narrow">
      <h1>${text("title")}</h1>
      ${notice === null ? "" : html`<div class="kp-banner kp-banner-${notice.kind}" role="${notice.kind === "success" ? "status" : "alert"}"><p>${notice.text}</p></div>`}
      <form class="kp-preference" method="post" action="/k/platform/preference/">
        <input type="hidden" name="__REQUEST_TOKEN__" value="${visitor.requestToken}" />
        <section class="kp-card kp-section" aria-labelledby="kp-display">
          <h2 id="kp-display">${text("displayTitle")}</h2>
          ${renderSelect({ name: "language", label: text("language"), value: user.language }, named(["auto", "ja", "en"]))}
          ${renderSelect(
            { name: "timezone", label: text("timezone"), value: user.timezone },
            page.timeZones.map((zone) => [zone, zone]),
          )}
          ${renderSelect({ name: "timeFormat", label: text("timeFormat"), value: timeFormat }, named(timeFormats))}
        </section>
        <section class="kp-card kp-section" aria-labelledby="kp-notices">
          <h2 id="kp-notices">${text("noticesTitle")}</h2>
          <p class="kp-muted">${text("noticesHelp")}</p>
          ${renderSwitch("desktop", text("desktop"), desktopNotifications.enabled)}
          ${renderSwitch("mail", text("mail"), emailNotifications.enabled)}
          ${renderSelect(
            { name: "condition", label: text("condition"), value: emailNotifications.condition },
            named(mailConditions),
          )}
          ${renderSelect(
            { name: "format", label: text("format"), value: emailNotifications.format },
            named(mailFormats),
          )}
        </section>
        <p class="kp-preference-act">
          <button class="kp-button kp-button-primary" type="submit">${text("save")}</button>
        </p>
      </form>
    </div>`,
  });
}

function renderSelect(
  { name, label, value }: { readonly name: string; readonly label: string; readonly value: string },
  options: readonly (readonly [string, string])[],
): Html {
  return html`<p class="kp-preference-item">
    <label class="kp-label" for="kp-${name}">${label}</label>
    <select class="kp-input" id="kp-${name}" name="${name}">
      ${options.map(
        ([option, word]) => html`<option value="${option}" ${option === value ? "selected" : ""}>${word}</option> `,
      )}
    </select>
  </p>`;
}

function renderSwitch(name: string, label: string, isOn: boolean): Html {
  return html`<p class="kp-preference-item">
    <label class="kp-choice"
      ><input type="checkbox" name="${name}" value="true" ${isOn ? "checked" : ""} /> <span>${label}</span></label
    >
  </p>`;
}
