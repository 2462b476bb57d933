import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityViolations } from "../open-browser.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

let platform: PagePlatform;
beforeAll(async () => {
  platform = await startPagePlatform({
    apps: [
      {
        name: "予算",
        fields: {
          件名: { type: "SINGLE_LINE_TEXT", code: "件名", label: "件名" },
          金額: { type: "NUMBER", code: "金額", label: "金額", digit: true, unit: "円", unitPosition: "AFTER" },
          日: { type: "DATE", code: "日", label: "日" },
        },
        views: {
          表: {
            index: "0",
            type: "LIST",
            name: "表",
            fields: ["件名", "金額"],
            filterCond: "金額 > 0",
            sort: "金額 asc",
          },
          暦: { index: "1", type: "CALENDAR", name: "暦", date: "日", title: "件名" },
        },
        acl: {
          rights: [
            {
              entity: { type: "GROUP", code: "everyone" },
              recordViewable: true,
              recordAddable: true,
              recordEditable: true,
              recordDeletable: true,
              recordImportable: true,
              recordExportable: true,
            },
          ],
        },
        records: Array.from({ length: 25 }, (_, index) => ({
          件名: `事業${index}`,
          金額: String(index),
          日: "2026-11-05",
        })),
      },
    ],
  });
});
afterAll(async () => {
  await platform.close();
});

describe("a list on a desktop", () => {
  it("shows totals and averages of its number columns over all records of its condition", async () => {
    const page = await platform.open("/k/1/");
    await page.getByText("オプション").click();
    await page.getByLabel("数値の列の集計").selectOption({ label: "合計" });
    const foot = page.locator("tfoot tr");
    await foot.getByText("300 円").waitFor();
    await page.getByLabel("数値の列の集計").selectOption({ label: "平均" });
    await foot.getByText("12.5 円").waitFor();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.reload();
    await foot.getByText("12.5 円").waitFor();
    await page.close();
  });

  it("writes the columns that were chosen to a CSV file", async () => {
    const page = await platform.open("/k/1/");
    await page.getByText("オプション").click();
    await page.getByLabel("書き出す項目").selectOption({ label: "項目を選ぶ" });
    await page.getByRole("checkbox", { name: "件名" }).uncheck();
    await page.getByRole("checkbox", { name: "日", exact: true }).check();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "書き出す" }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).split(/\r?\n/u);
    expect(lines.slice(0, 2)).toStrictEqual(['\uFEFF"金額","日"', '"1","2026-11-05"']);
    await page.close();
  });

  it("answers kintone's keys: select, page, open", async () => {
    const page = await platform.open("/k/1/");
    await page.getByText("事業1", { exact: true }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const selected = async (): Promise<unknown> =>
      page.evaluate("document.activeElement.closest('tr')?.dataset.kpRecord");
    await expect.poll(selected).toBe("3");
    await page.keyboard.press("n");
    await page.getByText("事業24", { exact: true }).waitFor();
    await page.keyboard.press("p");
    await page.getByText("事業1", { exact: true }).waitFor();
    await page.keyboard.press("j");
    await expect.poll(selected).toBe("2");
    await page.keyboard.press("o");
    await page.waitForURL("**/k/1/show#record=2*");
    await page.close();
  });
});

describe("a list on a phone", () => {
  it("is the table that public plugins look for, row by row, and a list of cards to people", async () => {
    const page = await platform.open("/k/m/1/", { onPhone: true });
    await page.getByText("事業1", { exact: true }).waitFor();
    const table = page.locator("table.gaia-mobile-v2-app-index-recordlist-table");
    await expect.poll(() => table.locator("tbody tr").count()).toBe(20);
    const id = platform.store.apps.find(1)?.live?.fields.find(({ code }) => code === "金額")?.id ?? 0;
    const label = table.locator(`.label-${id} .gaia-mobile-v2-app-index-recordlist-table-headercell-label`).first();
    await expect.poll(() => label.innerText()).toBe("金額");
    await expect.poll(() => page.getByRole("main").getByRole("listitem").count()).toBe(20);
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.close();
  });

  it("shows a calendar's days one under the other", async () => {
    const view = platform.store.apps.find(1)?.live?.views.find(({ name }) => name === "暦")?.id ?? "";
    const page = await platform.open(`/k/m/1/?view=${view}&date=2026-11`, { onPhone: true });
    await page.getByRole("button", { name: "ほか20件", exact: true }).click();
    await page.getByRole("link", { name: "事業3", exact: true }).waitFor();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await page.close();
  });
});
