import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desktop, openBrowser, openPage, phone } from "./open-browser.ts";
import { createAdminClient, findAppId } from "./rest.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe("signing in", () => {
  it("answers a wrong password in words and lets nobody in", async () => {
    const page = await browser.newPage({ baseURL: inject("productUrl"), viewport: desktop, locale: "ja-JP" });
    await page.goto("/k/");
    await page.fill(".form-username-slash > input.form-text", "tantou");
    await page.fill(".form-password-slash > input.form-text", "wrong");
    await page.click(".login-button");
    expect(await page.getByRole("alert").innerText()).toContain("パスワード");
    expect(new URL(page.url()).pathname).toBe("/login");
    await page.close();
  });

  it("shows the 14 apps of the suite on the portal, on the desktop and on a phone", async () => {
    for (const viewport of [desktop, phone]) {
      const page = await openPage(browser, { account: "tantou", path: viewport === phone ? "/k/m/" : "/k/", viewport });
      await page.getByRole("link", { name: "アクションプラン" }).waitFor();
      expect(await page.getByRole("main").getByRole("listitem").count()).toBe(14);
      await page.close();
    }
  });
});

describe("the plan", () => {
  it("stands as 16 initiatives and 52 items in the lists, word for word", async () => {
    const client = createAdminClient();
    const app = await findAppId(client, "取組");
    const page = await openPage(browser, { account: "etsuran", path: `/k/${app}/` });
    await page.getByText("公金収納におけるeL-QRの活用").waitFor();
    expect(await page.locator("table.recordlist-gaia > tbody > tr").count()).toBe(16);
    await page.getByText("全16件").waitFor();
    await page.close();

    const items = await findAppId(client, "実施事項");
    const { totalCount } = await client.record.getRecords({ app: items, query: "limit 1", totalCount: true });
    expect(totalCount).toBe("52");
  });
});
