import axe from "axe-core";
import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { inject } from "vitest";
import { findBrowser } from "../../scripts/browser/find-browser.ts";
import { slowPages } from "./slow-pages.ts";

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

/** Long enough for a busy machine; what is waited for comes as soon as it can. */
const patienceMs = 60_000;

/** A headless Chromium that reaches nothing but this machine. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({
    executablePath,
    timeout: patienceMs,
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

type View = { viewport?: { width: number; height: number }; baseURL?: string };

/** A page in a session of its own, where nobody is signed in yet. */
export async function openBlankPage(browser: Browser, options: View = {}): Promise<Page> {
  const viewport = options.viewport ?? desktop;
  const isPhone = viewport.width < 500;
  const context = await browser.newContext({
    baseURL: options.baseURL ?? inject("productUrl"),
    viewport,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    isMobile: isPhone,
    hasTouch: isPhone,
  });
  context.setDefaultTimeout(patienceMs);
  await slowPages(context);
  return context.newPage();
}

/** A signed-in page of the running product; `path` is loaded once. */
export async function openPage(
  browser: Browser,
  options: View & { account: Account | Outsider; path: string },
): Promise<Page> {
  const page = await openBlankPage(browser, options);
  await signIn(page.context(), options.account);
  await page.goto(options.path);
  return page;
}

/** Signs in as the form does; a test of the form itself fills it in. */
async function signIn({ request }: BrowserContext, account: string): Promise<void> {
  const form = await request.get("/login", { timeout: patienceMs });
  const csrf = /name="csrf" value="([^"]+)"/u.exec(await form.text())?.[1] ?? "";
  const answer = await request.post("/login", {
    form: { login: account, password: account, csrf, return: "/k/" },
    maxRedirects: 0,
    timeout: patienceMs,
  });
  const target = answer.headers()["location"] ?? "";
  if (target !== "/k/") {
    throw new Error(`${account} is not let in: ${answer.status()} ${target}`);
  }
}

/** Waits until nothing on a page says that it is still loading. */
async function waitUntilLoaded(page: Page): Promise<void> {
  // No function of the page's: most pages forbid the evaluation that asking again takes.
  await page.locator(".kp-skeleton, .kp-slow, [aria-busy=true]").first().waitFor({ state: "detached" });
}

/** What axe-core finds against WCAG 2.2 A and AA, as `rule: element` lines; empty when the page is clean. */
export async function findAccessibilityViolations(page: Page): Promise<string[]> {
  await waitUntilLoaded(page);
  await page.evaluate(axe.source);
  const lines: unknown = await page.evaluate(`
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((result) =>
      result.violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.target.join(" ") + " " + node.failureSummary.split("\\n").slice(1).join(";").trim())))
  `);
  return Array.isArray(lines) ? lines.map(String) : [];
}
