import type { Page } from "playwright-core";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { type Account, openPage } from "../open-browser.ts";
import type { Town } from "./start-town.ts";
import type { Year } from "./year.ts";

/** Where a deployed list is; `part` for phones. */
export function listPath(town: Town, app: AppKey, name: string, part: "" | "m/" = ""): string {
  return `/k/${part}${town.appId(app)}/?view=${town.view(app, name).id}`;
}

/** The page of one record. */
export async function openRecord(
  { browser, town, play }: Year,
  account: Account,
  [app, key]: readonly [AppKey, string],
): Promise<Page> {
  const path = `/k/${town.appId(app)}/show#record=${await play.idOf(app, key)}`;
  return openPage(browser, { account, path, baseURL: town.url });
}

/** Presses a step of the process, agrees, and waits until it is no longer offered. */
export async function pressStep(page: Page, action: string): Promise<void> {
  const button = page.locator(`[data-kp-part="StatusActionButton:${action}"]`);
  await button.click();
  await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).click();
  await button.waitFor({ state: "detached" });
}

/** Fills a report in on its page, saves it and sends it to the manager: the three things that a clerk does twice a year. */
export async function writeReport(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: "編集", exact: true })
    .or(page.getByRole("link", { name: "編集", exact: true }))
    .first()
    .click();
  await page.getByLabel("工程の進み", { exact: true }).selectOption("予定どおり");
  await page.getByLabel("成果の進み", { exact: true }).selectOption("B");
  await page.getByLabel("やったこと", { exact: true }).fill("したこと");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await pressStep(page, "所属長へ送る");
  await page.close();
}
