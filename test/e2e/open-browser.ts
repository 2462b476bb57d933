import axe from "axe-core";
import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { inject } from "vitest";
import { findBrowser } from "../../scripts/browser/find-browser.ts";

/** The accounts of the local platform; each password is the account's name. */
export type Account =
  | "admin"
  | "jimukyoku"
  | "tantou"
  | "kachou"
  | "tantou2"
  | "kachou2"
  | "koukai"
  | "iin"
  | "etsuran";

/** In the suite of test/access alone: people without any role there. */
type Outsider = "kanri" | "nanashi";

export const desktop = { width: 1280, height: 800 } as const;
export const phone = { width: 390, height: 844 } as const;

/** A headless Chromium that reaches nothing but this machine. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({
    executablePath,
    args: [
      ...args,
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--lang=ja-JP",
    ],
    env: { ...process.env, LANGUAGE: "ja" },
  });
}

/** A signed-in page of the running product. */
export async function openPage(
  browser: Browser,
  options: {
    account: Account | Outsider;
    path: string;
    viewport?: { width: number; height: number };
    baseURL?: string;
  },
): Promise<Page> {
  const viewport = options.viewport ?? desktop;
  const isPhone = viewport.width < 500;
  const context: BrowserContext = await browser.newContext({
    baseURL: options.baseURL ?? inject("productUrl"),
    viewport,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    isMobile: isPhone,
    hasTouch: isPhone,
  });
  const page = await context.newPage();
  await page.goto(`/login?redirect=${encodeURIComponent(options.path)}`);
  await page.fill(".form-username-slash > input.form-text", options.account);
  await page.fill(".form-password-slash > input.form-text", options.account);
  await page.click(".login-button");
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
  if (!page.url().endsWith(options.path)) {
    await page.goto(options.path);
  }
  return page;
}

/** What axe-core finds against WCAG 2.2 A and AA, as `rule: element` lines; empty when the page is clean. */
export async function findAccessibilityViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const lines: unknown = await page.evaluate(`
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((result) =>
      result.violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.target.join(" ") + " " + node.failureSummary.split("\\n").slice(1).join(";").trim())))
  `);
  return Array.isArray(lines) ? lines.map(String) : [];
}
