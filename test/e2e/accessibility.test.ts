import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Account,
  desktop,
  findAccessibilityViolations,
  openBlankPage,
  openBrowser,
  openPage,
  phone,
} from "./open-browser.ts";
import { createAdminClient, findAppId } from "./rest.ts";

let browser: Browser;
let actions: string;
let initiatives: string;
let inputCheck: string;
beforeAll(async () => {
  browser = await openBrowser();
  const client = createAdminClient();
  actions = await findAppId(client, "アクションプラン");
  initiatives = await findAppId(client, "取組");
  const { plugins } = await client.app.getPlugins({ app: actions });
  inputCheck = plugins.find(({ name }) => /入力チェック|input check/iu.test(name))?.id ?? "";
});
afterAll(async () => {
  await browser.close();
});

type PageCase = [string, () => { path: string; account?: Account; isPhone?: boolean; ready: string }];

const pages: PageCase[] = [
  ["the portal", () => ({ path: "/k/", ready: "main a" })],
  ["a list", () => ({ path: `/k/${initiatives}/`, ready: "table.recordlist-gaia tbody tr" })],
  ["the road map", () => ({ path: `/k/${actions}/`, ready: ".mdx-rm-bar" })],
  ["a record", () => ({ path: `/k/${actions}/show#record=1`, ready: "#record-gaia .control-gaia" })],
  ["a form", () => ({ path: `/k/${actions}/edit`, ready: "#record-gaia .control-gaia" })],
  ["an app's plugins", () => ({ path: `/k/admin/app/${actions}/plugin/`, account: "admin", ready: "main table" })],
  ["an app's API tokens", () => ({ path: `/k/admin/app/apitoken?app=${actions}`, account: "admin", ready: "main h1" })],
  ["a record being edited", () => ({ path: `/k/${actions}/show#record=1&mode=edit`, ready: "#record-gaia textarea" })],
  ["a record in print", () => ({ path: `/k/${actions}/print?record=1`, ready: "#record-gaia .control-gaia" })],
  ["the inbox", () => ({ path: "/k/ntf/", ready: "main h1" })],
  [
    "a plugin's settings",
    () => ({
      path: `/k/admin/app/${actions}/plugin/config?pluginId=${inputCheck}`,
      account: "admin",
      ready: "main input[type=radio]",
    }),
  ],
  ["the portal on a phone", () => ({ path: "/k/m/", isPhone: true, ready: "main a" })],
  ["a list on a phone", () => ({ path: `/k/m/${initiatives}/`, isPhone: true, ready: "main a" })],
  ["the road map on a phone", () => ({ path: `/k/m/${actions}/`, isPhone: true, ready: "[role=tab]" })],
  [
    "a record on a phone",
    () => ({ path: `/k/m/${actions}/show?record=1`, isPhone: true, ready: "#record-gaia .control-gaia" }),
  ],
  ["the inbox on a phone", () => ({ path: "/k/m/ntf/", isPhone: true, ready: "main h1" })],
  ["a form on a phone", () => ({ path: `/k/m/${actions}/edit`, isPhone: true, ready: "#record-gaia .control-gaia" })],
];

describe("every page is accessible", () => {
  it.each(pages)("axe finds nothing on %s", async (_name, describePage) => {
    const { path, account = "tantou", isPhone = false, ready } = describePage();
    const page = await openPage(browser, { account, path, viewport: isPhone ? phone : desktop });
    await page.locator(ready).first().waitFor();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    await expect.poll(() => page.evaluate(overflow)).toBe(0);
    await page.close();
  });

  it("axe finds nothing on the sign-in page", async () => {
    const page = await openBlankPage(browser);
    await page.goto("/login");
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.close();
  });
});
