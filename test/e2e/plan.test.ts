import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, openBlankPage, openBrowser, openPage, phone } from "./open-browser.ts";
import { createAdminClient, findAppId } from "./rest.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function fillIn(page: Page, account: string, password: string): Promise<void> {
  await page.fill(".form-username-slash > input.form-text", account);
  await page.fill(".form-password-slash > input.form-text", password);
  await page.click(".login-button");
}

describe("signing in", () => {
  it("answers a wrong password in words and lets nobody in", async () => {
    const page = await openBlankPage(browser);
    await page.goto("/k/");
    await fillIn(page, "tantou", "wrong");
    await page.getByRole("alert").filter({ hasText: "パスワード" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/login");
    await page.context().close();
  });

  it("leads to the page one wanted", async () => {
    const page = await openBlankPage(browser);
    await page.goto("/k/ntf/?wanted");
    await page.waitForURL((url) => url.pathname === "/login");
    await fillIn(page, "tantou", "tantou");
    await page.waitForURL((url) => url.pathname === "/k/ntf/" && url.search === "?wanted");
    await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toBe("通知");
    await page.context().close();
  });

  it("shows the 14 apps of the suite on the portal, on the desktop and on a phone", async () => {
    for (const viewport of [desktop, phone]) {
      const page = await openPage(browser, { account: "tantou", path: viewport === phone ? "/k/m/" : "/k/", viewport });
      await page.getByRole("link", { name: "アクションプラン" }).waitFor();
      await expect.poll(() => page.getByRole("main").getByRole("listitem").count()).toBe(14);
      const icons = await page
        .locator(".kp-app-icon path")
        .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
      expect(new Set(icons).size).toBe(14);
      await page.context().close();
    }
  });
});

describe("the plan", () => {
  it("stands as 16 initiatives and 52 items in the lists, word for word", async () => {
    const client = createAdminClient();
    const app = await findAppId(client, "取組");
    const page = await openPage(browser, { account: "etsuran", path: `/k/${app}/` });
    await page.getByText("公金収納におけるeL-QRの活用").waitFor();
    await expect.poll(() => page.locator("table.recordlist-gaia > tbody > tr").count()).toBe(16);
    await page.getByText("全16件").waitFor();
    await page.context().close();

    const items = await findAppId(client, "実施事項");
    const { totalCount } = await client.record.getRecords({ app: items, query: "limit 1", totalCount: true });
    expect(totalCount).toBe("52");
  });
});
