import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dragBy, findLastBar } from "./drag-bar.ts";
import { openBrowser, openPage, phone } from "./open-browser.ts";
import { createAdminClient, findAppId, loadPhases } from "./rest.ts";

const client = createAdminClient();
let browser: Browser;
let app: string;
beforeAll(async () => {
  browser = await openBrowser();
  app = await findAppId(client, "アクションプラン");
});
afterAll(async () => {
  await browser.close();
});

async function openRoadmap(): Promise<Page> {
  const page = await openPage(browser, { account: "jimukyoku", path: `/k/${app}/` });
  await page.getByRole("treegrid").waitFor();
  await page.locator(".mdx-rm-bar").first().waitFor();
  return page;
}

describe("the road map", () => {
  const name = "窓口の配置見直しで相談の時間を増やす";
  let before: Awaited<ReturnType<typeof loadPhases>>;
  beforeEach(async () => {
    before = await loadPhases(client, "A-003");
  });

  it("draws the fiscal years and every sample project", async () => {
    const page = await openRoadmap();
    const text = (): Promise<string> => page.locator("#machi-dx-roadmap").innerText();
    await expect.poll(text).toContain("令和8年度(2026)");
    await expect.poll(text).toMatch(/事業 5[2-9]件/u);
    await expect.poll(() => page.getByRole("row", { name: "書かない窓口で待ち時間を短くする" }).count()).toBe(1);
    await page.close();
  });

  it("stores the new dates of a dragged bar and puts them back on undo", async () => {
    const page = await openRoadmap();
    await dragBy(page, await findLastBar(page, name), 120);
    await expect.poll(async () => (await loadPhases(client, "A-003")).revision).not.toBe(before.revision);
    const moved = await loadPhases(client, "A-003");
    expect(moved.phases.slice(0, -1)).toStrictEqual(before.phases.slice(0, -1));
    expect(String(moved.phases.at(-1)?.from) > String(before.phases.at(-1)?.from)).toBe(true);
    expect(String(moved.phases.at(-1)?.to) > String(before.phases.at(-1)?.to)).toBe(true);

    await page.getByRole("button", { name: "元に戻す" }).click();
    await expect.poll(async () => (await loadPhases(client, "A-003")).phases).toStrictEqual(before.phases);
    await page.close();
  });

  it("moves a bar by keyboard and speaks the new dates", async () => {
    const page = await openRoadmap();
    await (await findLastBar(page, name)).click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+ArrowRight");
    await page
      .getByText(/運用・効果確認.*に変更/u)
      .first()
      .waitFor({ state: "attached" });
    await expect.poll(async () => (await loadPhases(client, "A-003")).phases).not.toStrictEqual(before.phases);
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await loadPhases(client, "A-003")).phases).toStrictEqual(before.phases);
    await page.close();
  });

  it("shows somebody else's newer change and overwrites nothing", async () => {
    const page = await openRoadmap();
    const stored = await client.record.getRecord({ app, id: before.id });
    const phases = stored.record["phases"];
    if (phases?.type !== "SUBTABLE") {
      throw new Error("no phases");
    }
    const rows = phases.value.map(({ id, value }, index) => ({
      id,
      value: index === phases.value.length - 1 ? { ...value, ph_to: { value: "2029-08-15" } } : { ...value },
    }));
    await client.record.updateRecord({ app, id: before.id, record: { phases: { value: rows } } });

    await dragBy(page, await findLastBar(page, name), 120);
    const dialog = page.getByRole("dialog", { name: "ほかの人が先に同じ工程を変えました" });
    await dialog.waitFor();
    expect((await loadPhases(client, "A-003")).phases.at(-1)?.to).toBe("2029-08-15");
    await dialog.getByRole("button", { name: "いまの内容を使う" }).click();
    await dialog.waitFor({ state: "detached" });
    expect((await loadPhases(client, "A-003")).phases.at(-1)?.to).toBe("2029-08-15");

    await client.record.updateRecord({
      app,
      id: before.id,
      record: {
        phases: {
          value: rows.map((row, index) => ({
            ...row,
            value: index === rows.length - 1 ? { ...row.value, ph_to: { value: before.phases.at(-1)?.to } } : row.value,
          })),
        },
      },
    });
    await page.close();
  });

  it("offers the same content as a table and as one printed page width", async () => {
    const page = await openRoadmap();
    await page.getByRole("button", { name: "表で見る" }).click();
    const table = page.getByRole("table");
    await table.waitFor();
    await expect.poll(() => table.getByRole("row").count()).toBeGreaterThan(150);
    await page.close();
  });
});

describe("the road map on a phone", () => {
  it("lists this quarter's work by initiative and opens a record", async () => {
    const page = await openPage(browser, { account: "kachou", path: `/k/m/${app}/`, viewport: phone });
    await page.getByRole("tab", { name: /今四半期/u }).waitFor();
    await page.getByText("重点1 自治体フロントヤード改革の推進").waitFor();
    await page.getByRole("tab", { name: /遅れ/u }).click();
    await page.getByRole("tab", { name: /遅れ/u, selected: true }).waitFor();
    await page.getByRole("tab", { name: /取組別/u }).click();
    await page.getByRole("tab", { name: /取組別/u, selected: true }).waitFor();
    await page.getByText("重点1 自治体フロントヤード改革の推進").click();
    await page.getByRole("link", { name: /書かない窓口で待ち時間を短くする/u }).click();
    await page.waitForURL(/\/show\?record=\d+/u);
    await page.locator("#record-gaia").getByText("A-001", { exact: true }).waitFor();
    await expect.poll(() => page.getByRole("main").innerText()).toContain("書かない窓口で待ち時間を短くする（見本）");
    await page.close();
  });
});
