import { mkdtempSync, rmSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityViolations } from "../open-browser.ts";
import { everyPageSeed } from "./every-page.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

let platform: PagePlatform;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-list-work-"));
  platform = await startPagePlatform(everyPageSeed);
});
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

const account = { account: "iin" } as const;

describe("work in a list", () => {
  it("filters by days relative to today, puts in order by two fields, and keeps both in the address", async () => {
    const page = await platform.open("/k/1/", account);
    await page.locator(".kp-list button[aria-expanded]").click();
    await page.getByLabel("Field of condition 1").selectOption("due");
    await page.getByLabel("Value of condition 1").first().selectOption({ label: "From today" });
    await page.getByLabel("How far, in condition 1").fill("");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect.poll(() => page.getByLabel("How far, in condition 1").getAttribute("aria-invalid")).toBe("true");
    await page.getByLabel("How far, in condition 1").fill("３");
    await page.getByLabel("Unit of condition 1").selectOption({ label: "weeks" });
    await page.getByLabel("Direction of condition 1").selectOption({ label: "before" });
    await page.getByRole("button", { name: "Add condition" }).click();
    await page.getByLabel("Field of condition 2").selectOption("at");
    await page.getByLabel("Value of condition 2").first().selectOption({ label: "Last month" });
    await page.getByLabel("Value of condition 2").nth(1).selectOption({ label: "The last day" });
    await page.getByRole("button", { name: "Add sort" }).click();
    await page.getByLabel("Field of sort 2").selectOption("kind");
    await page.getByLabel("Direction of sort 2").selectOption({ label: "Descending" });
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL((url) => url.searchParams.has("query"));
    expect(new URL(page.url()).searchParams.get("query")).toBe(
      "due = FROM_TODAY(-3, WEEKS) and at = LAST_MONTH(LAST) order by amount asc, kind desc",
    );
    await page.reload();
    await page.locator(".kp-list button[aria-expanded]").click();
    await expect.poll(() => page.getByLabel("How far, in condition 1").inputValue()).toBe("3");
    await expect.poll(() => page.getByLabel("Field of sort 2").inputValue()).toBe("kind");
    await page.close();
  });

  it("edits a row after a double click, without its lookup and what that copies, and shows what it calculates", async () => {
    const page = await platform.open("/k/1/", account);
    const row = page.locator('tr[data-kp-record="4"]');
    await row.getByText("#ERROR!").waitFor();
    await row.getByText("Order 3", { exact: true }).dblclick();
    const editing = page.locator("tr.kp-list-editing");
    await editing.getByLabel("subject").fill("Order three");
    expect(await editing.getByLabel("customer").count()).toBe(0);
    await editing.getByText("#ERROR!").waitFor();
    await editing.getByLabel("count").fill("2");
    await editing.getByLabel("count").blur();
    await editing.getByText("1500").waitFor();
    await editing.getByLabel("subject").press("Control+Enter");
    await row.getByText("Order three").waitFor();
    const { record } = await platform.client().record.getRecord({ app: 1, id: 4 });
    expect([record["subject"]?.value, record["each"]?.value]).toStrictEqual(["Order three", "1500"]);
    await page.close();
  });

  it("is walked by keyboard: list, record, edit, save, back", async () => {
    const page = await platform.open("/k/1/", account);
    await page.locator('tr[data-kp-record="2"]').waitFor();
    await page.locator('tr[data-kp-record="2"] a').first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/k/1/show#record=2*");
    const press = async (name: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        const reached = await page.evaluate(
          `(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim()`,
        );
        if (reached === name) {
          await page.keyboard.press("Enter");
          return;
        }
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab never reaches ${name}`);
    };
    await page.getByRole("button", { name: "Edit" }).waitFor();
    await press("Edit");
    await page.getByLabel("subject").waitFor();
    await page.getByLabel("subject").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("By keyboard");
    await expect.poll(() => page.getByLabel("subject").inputValue()).toBe("By keyboard");
    await page.keyboard.press("Control+s");
    await page.getByRole("heading", { level: 1, name: "By keyboard" }).waitFor();
    await press("Back to the list");
    await page.locator('tr[data-kp-record="2"]').getByText("By keyboard").waitFor();
    expect(new URL(page.url()).pathname).toBe("/k/1/");
    await page.close();
  });

  it("reads a CSV file: a batch with a fault is not saved, and each fault has its line, field and reason", async () => {
    const lines = Array.from(
      { length: 150 },
      (_, index) => `Read ${index},${index === 120 ? "many" : index},2026-11-05`,
    );
    const file = join(folder, "orders.csv");
    writeFileSync(file, ["subject,amount,due", ...lines].join("\r\n"));
    const page = await platform.open("/k/1/import", account);
    await page.locator("main input[type=file]").setInputFiles(file);
    await page.getByText("150 records (150 lines)").waitFor();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.getByRole("button", { name: "Read 150 records" }).click();
    const report = page.getByRole("region", { name: "Report" }).or(page.locator("[aria-labelledby=kp-csv-report]"));
    await report.first().locator("tbody tr").nth(1).waitFor();
    await expect.poll(() => report.first().innerText()).toMatch(/122[\s\S]*amount/u);
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    const { totalCount } = await platform
      .client()
      .record.getRecords({ app: 1, query: 'subject like "Read"', totalCount: true });
    expect(totalCount).toBe("100");
    const writing = page.waitForEvent("download");
    await page.getByRole("button", { name: "Write the 50 lines that were not saved to a file" }).click();
    const written = readFileSync(await (await writing).path(), "utf8");
    expect(written.split("\r\n").slice(0, 2)).toEqual([
      '\uFEFF"subject","amount","due"',
      '"Read 100","100","2026-11-05"',
    ]);
    await page.close();
  });
});
