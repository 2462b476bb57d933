import type { Page } from "playwright-core";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { Town } from "./start-town.ts";

/** Where a deployed list is; `part` for phones. */
export function listPath(town: Town, app: AppKey, name: string, part: "" | "m/" = ""): string {
  return `/k/${part}${town.appId(app)}/?view=${town.view(app, name).id}`;
}

/** Presses a step of the process, agrees, and waits until it is no longer offered. */
export async function pressStep(page: Page, action: string): Promise<void> {
  const button = page.locator(`[data-kp-part="StatusActionButton:${action}"]`);
  await button.click();
  await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).click();
  await button.waitFor({ state: "detached" });
}
