import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, desktop, openBrowser, openPage, phone } from "./open-browser.ts";
import { createAdminClient, findAppId } from "./rest.ts";
import { type Product, removeData, startProduct } from "./start-product.ts";

const readMain = (page: Page) => (): Promise<string> => page.getByRole("main").innerText();

describe("a plan without any action yet", () => {
  let product: Product;
  let browser: Browser;
  let actions: string;
  beforeAll(async () => {
    product = await startProduct({ args: ["--no-sample"] });
    browser = await openBrowser();
    actions = await findAppId(createAdminClient(product.url), "アクションプラン");
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
    await removeData(product.dataDir);
  });

  async function openRoadmap(account: Account, isPhone = false): Promise<Page> {
    const page = await openPage(browser, {
      baseURL: product.url,
      account,
      path: `/k/${isPhone ? "m/" : ""}${actions}/`,
      viewport: isPhone ? phone : desktop,
    });
    await page.getByText("まだ事業がありません").first().waitFor();
    return page;
  }

  it("shows its items and offers to add the first action to who may", async () => {
    const page = await openRoadmap("jimukyoku");
    await expect.poll(readMain(page)).toContain("事業のない実施事項 52件");
    await expect.poll(readMain(page)).toContain("①住民との接点の多様化・充実化");
    await expect.poll(readMain(page)).toContain("＋ を押すと");
    await page.close();
  });

  it("speaks of no ＋ to a reader, who has none", async () => {
    const page = await openRoadmap("etsuran");
    await expect.poll(readMain(page)).toContain("①住民との接点の多様化・充実化");
    expect(await readMain(page)()).not.toContain("＋");
    await page.close();
  });

  it("opens on the initiatives on a phone, and says how to begin", async () => {
    const page = await openRoadmap("tantou", true);
    await expect.poll(readMain(page)).toContain("重点1 自治体フロントヤード改革の推進");
    await expect.poll(readMain(page)).toContain("「＋ 事業を追加」を押すと");
    await page.close();
  });
});
