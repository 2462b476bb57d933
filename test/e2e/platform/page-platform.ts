import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Browser, Page } from "playwright-core";
import { createPlatform, type Platform } from "../../../platform/server.ts";
import { type Account, desktop, openBrowser, openPage, phone } from "../open-browser.ts";

/** A platform of its own inside the test's process, with a browser: for pages that the product does not show. */
export type PagePlatform = {
  readonly url: string;
  readonly store: Platform["store"];
  /** The official client as the administrator, who may also change what a guest space holds. */
  readonly client: (guestSpace?: number) => KintoneRestAPIClient;
  readonly open: (path: string, more?: { readonly account?: Account; readonly onPhone?: boolean }) => Promise<Page>;
  /** Any call as the administrator. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

const auth = { username: "admin", password: "admin" };

/** Starts it over a seed; `tantou` is there besides the administrator. */
export async function startPagePlatform(seed: {
  readonly apps?: readonly unknown[];
  readonly users?: readonly unknown[];
}): Promise<PagePlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), "machi-dx-pages-"));
  const users = [{ code: "tantou", name: "担当 花子", locale: "ja" }, ...(seed.users ?? [])];
  const platform = await createPlatform({ port: 0, dataDir, seed: { ...seed, users } });
  const browser: Browser = await openBrowser();
  const { url } = platform;
  return {
    url,
    store: platform.store,
    client: (guestSpace) =>
      new KintoneRestAPIClient({
        baseUrl: url,
        auth,
        ...(guestSpace === undefined ? {} : { guestSpaceId: guestSpace }),
      }),
    open: (path, { account = "tantou", onPhone = false } = {}) =>
      openPage(browser, { baseURL: url, account, path, viewport: onPhone ? phone : desktop }),
    call: async (method, path, body) => {
      const response = await fetch(url + path, {
        method,
        headers: {
          "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64"),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      if (!response.ok) {
        throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
      }
      return answer;
    },
    close: async () => {
      await browser.close();
      await platform.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
