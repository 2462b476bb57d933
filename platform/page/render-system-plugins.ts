import { html } from "hono/html";
import type { Language } from "../api/operation.ts";
import { formatMessage } from "./message.ts";
import { pageMessages } from "./page-messages.ts";
import { type Html, renderDocument } from "./render-document.ts";

export type InstallNotice = { readonly kind: "success" | "warning" | "danger"; readonly text: string };

export type SystemPlugin = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly apps: readonly { readonly id: number; readonly name: string }[];
};

/** The list of installed plugins with the form that installs one. */
export function renderSystemPlugins(page: {
  readonly language: Language;
  readonly nonce: string;
  readonly visitor: { readonly name: string; readonly requestToken: string; readonly unread: number };
  readonly plugins: readonly SystemPlugin[];
  readonly notice: InstallNotice | null;
}): Html {
  const { language, notice, plugins, visitor } = page;
  const text = pageMessages;
  return renderDocument({
    language,
    title: text.systemPlugins[language],
    nonce: page.nonce,
    breadcrumb: [{ label: text.portal[language], href: "/k/" }, { label: text.systemPlugins[language] }],
    visitor,
    bodyClass: "kp-page-system-plugin-list",
    content: html`<div class="kp-page-narrow">
      <h1>${text.systemPlugins[language]}</h1>
      ${notice === null ? "" : html`<div class="kp-banner kp-banner-${notice.kind}" role="${notice.kind === "success" ? "status" : "alert"}"><p>${notice.text}</p></div>`}
      <section class="kp-card kp-section" aria-labelledby="kp-install">
        <h2 id="kp-install">${text.installTitle[language]}</h2>
        <p class="kp-muted" id="kp-install-help">${text.installHelp[language]}</p>
        <form class="kp-install-form" method="post" action="/k/admin/system/plugin/" enctype="multipart/form-data">
          <input type="hidden" name="__REQUEST_TOKEN__" value="${visitor.requestToken}" />
          <label class="kp-label" for="kp-install-file">${text.installFile[language]}</label>
          <div class="kp-install-row">
            <input
              class="kp-input"
              id="kp-install-file"
              name="file"
              type="file"
              accept=".zip,application/zip"
              required
              aria-describedby="kp-install-help"
            /><button class="kp-button kp-button-primary" type="submit">${text.install[language]}</button>
          </div>
        </form>
      </section>
      <div>
        <h2 id="kp-installed">${text.installedList[language]}</h2>
        ${plugins.length === 0 ? html`<p class="kp-card kp-empty-state">${text.noPlugins[language]}</p>` : renderTable(plugins, language)}
      </div>
    </div>`,
  });
}

/** Asks once more before a plugin is taken from every app that uses it. */
export function renderRemovePlugin(page: {
  readonly language: Language;
  readonly nonce: string;
  readonly visitor: { readonly name: string; readonly requestToken: string; readonly unread: number };
  readonly plugin: SystemPlugin;
}): Html {
  const { language, plugin, visitor } = page;
  const text = pageMessages;
  const list = "/k/admin/system/plugin/";
  const title = formatMessage(text.removeTitle, language, { name: plugin.name });
  return renderDocument({
    language,
    title,
    nonce: page.nonce,
    breadcrumb: [
      { label: text.portal[language], href: "/k/" },
      { label: text.systemPlugins[language], href: list },
      { label: text.removeAct[language] },
    ],
    visitor,
    bodyClass: "kp-page-system-plugin-list",
    content: html`<div class="kp-page-narrow">
      <h1>${title}</h1>
      <p>${text.removeBody[language]}</p>
      ${
        plugin.apps.length === 0
          ? ""
          : html`<p>${text.pluginApps[language]}</p>
              <ul>
                ${plugin.apps.map((app) => html`<li>${app.name}</li>`)}
              </ul>`
      }
      <form method="post" action="${list}remove">
        <input type="hidden" name="__REQUEST_TOKEN__" value="${visitor.requestToken}" />
        <input type="hidden" name="id" value="${plugin.id}" />
        <p class="kp-banner-actions">
          <a class="kp-button" href="${list}">${text.removeCancel[language]}</a>
          <button class="kp-button kp-button-danger" type="submit">${text.removeConfirm[language]}</button>
        </p>
      </form>
    </div>`,
  });
}

function renderTable(plugins: readonly SystemPlugin[], language: Language): Html {
  const text = pageMessages;
  return html`<div class="kp-table-scroll kp-card" tabindex="0" role="region" aria-labelledby="kp-installed">
    <table class="kp-table">
      <thead>
        <tr>
          <th scope="col">${text.pluginName[language]}</th>
          <th scope="col">${text.pluginVersion[language]}</th>
          <th scope="col">${text.pluginApps[language]}</th>
          <th scope="col">${text.pluginId[language]}</th>
          <th scope="col"><span class="kp-visually-hidden">${text.removeAct[language]}</span></th>
        </tr>
      </thead>
      <tbody>
        ${plugins.map(
          (plugin) =>
            html`<tr>
              <td>
                <strong>${plugin.name}</strong
                >${plugin.description === "" ? "" : html`<br /><span class="kp-muted">${plugin.description}</span>`}
              </td>
              <td>${plugin.version}</td>
              <td>
                ${
                  plugin.apps.length === 0
                    ? text.notUsed[language]
                    : html`<ul class="kp-plain-list">
                        ${plugin.apps.map((app) => html`<li><a href="/k/admin/app/${app.id}/plugin/">${app.name}</a></li>`)}
                      </ul>`
                }
              </td>
              <td><code class="kp-code">${plugin.id}</code></td>
              <td>
                <a
                  class="kp-button kp-button-danger"
                  href="/k/admin/system/plugin/remove?id=${plugin.id}"
                  aria-label="${formatMessage(text.removeOf, language, { name: plugin.name })}"
                  >${text.removeAct[language]}</a
                >
              </td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
