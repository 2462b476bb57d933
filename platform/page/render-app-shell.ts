import { html, raw } from "hono/html";
import type { Bootstrap } from "./bootstrap.ts";
import { embedJson } from "./embed-json.ts";
import type { PageFiles } from "./list-page-files.ts";
import { pageMessages } from "./page-messages.ts";
import { type Crumb, type Html, renderDocument } from "./render-document.ts";

export type AppShell = {
  readonly bootstrap: Bootstrap;
  readonly title: string;
  readonly breadcrumb: readonly Crumb[];
  readonly nonce: string;
  readonly files: PageFiles;
  /** A plugin's config.html: trusted administrator markup, written as it is before its scripts (fact sheet §9.6). */
  readonly fragment?: string;
  /** The page's name for screen readers; most plugins show a heading of their own. */
  readonly heading?: string;
};

const noFiles: PageFiles = { scripts: [], styles: [] };

/** A page without files of an app. */
export function renderPlainShell(page: Omit<AppShell, "files">): Html {
  return renderAppShell({ ...page, files: noFiles });
}

/**
 * The shell that the page bundle fills. The order is kintone's: data, `kintone` object, the app's scripts, each plugin's
 * scripts after its id, and only then the page itself, which fires the first event (fact sheet §9.5, §10.2).
 */
export function renderAppShell(page: AppShell): Html {
  const { bootstrap, files, nonce } = page;
  const mobile = bootstrap.page.endsWith("_MOBILE");
  const theme = (bootstrap.app?.settings.general.theme ?? "WHITE").toLowerCase();
  return renderDocument({
    language: bootstrap.language,
    title: page.title,
    nonce,
    mobile,
    breadcrumb: page.breadcrumb,
    visitor: { name: bootstrap.loginUser.name, requestToken: bootstrap.requestToken, unread: bootstrap.unread ?? 0 },
    styles: files.styles,
    bodyClass: `kp-page-${bootstrap.page.toLowerCase().replaceAll("_", "-")}`,
    content: html`<div class="container-gaia gaia-argoui-app-theme-${theme}">
      <div class="contents-gaia">
        ${
          page.fragment === undefined
            ? ""
            : html`<h1 class="kp-visually-hidden">${page.heading ?? page.title}</h1>
                <div class="kp-plugin-config">${raw(page.fragment)}</div>`
        }
        <div id="kp-root">
          <noscript><p class="kp-problem">${pageMessages.noScript[bootstrap.language]}</p></noscript>
        </div>
      </div>
    </div>`,
    tail: html`<script type="application/json" id="kp-bootstrap">
        ${raw(embedJson(bootstrap))}
      </script>
      <script nonce="${nonce}" src="/k/platform/assets/page.js"></script>
      ${files.scripts.map((script) =>
        script.kind === "file"
          ? html`<script nonce="${nonce}" src="${script.url}"></script> `
          : html`<script nonce="${nonce}">
              kintone.$PLUGIN_ID = ${raw(embedJson(script.pluginId))};
            </script> `,
      )}
      <script nonce="${nonce}">
        kintonePage.start();
      </script>`,
  });
}
