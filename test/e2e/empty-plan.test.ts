import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, desktop, openBrowser, openPage, phone } from "./open-browser.ts";
import { createAdminClient, findAppId } from "./rest.ts";
import { type Product, removeData, startProduct } from "./start-product.ts";

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

  async function readRoadmap(account: Account, isPhone = false): Promise<string> {
    const page = await openPage(browser, {
      baseURL: product.url,
      account,
      path: `/k/${isPhone ? "m/" : ""}${actions}/`,
      viewport: isPhone ? phone : desktop,
    });
    await page.getByText("まだ事業がありません").first().waitFor();
    const text = await page.getByRole("main").innerText();
    await page.close();
    return text;
  }

  it("shows its items and offers to add the first action to who may", async () => {
    const text = await readRoadmap("jimukyoku");
    expect(text).toContain("事業のない実施事項 52件");
    expect(text).toContain("①住民との接点の多様化・充実化");
    expect(text).toContain("＋ を押すと");
  });

  it("speaks of no ＋ to a reader, who has none", async () => {
    const text = await readRoadmap("etsuran");
    expect(text).toContain("①住民との接点の多様化・充実化");
    expect(text).not.toContain("＋");
  });

  it("opens on the initiatives on a phone, and says how to begin", async () => {
    const text = await readRoadmap("tantou", true);
    expect(text).toContain("重点1 自治体フロントヤード改革の推進");
    expect(text).toContain("「＋ 事業を追加」を押すと");
  });
});
