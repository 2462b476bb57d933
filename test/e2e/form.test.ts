import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, openBrowser, openPage, phone } from "./open-browser.ts";
import { createAdminClient, findAppId } from "./rest.ts";

const client = createAdminClient();
let browser: Browser;
let actions: string;
let values: string;
beforeAll(async () => {
  browser = await openBrowser();
  actions = await findAppId(client, "アクションプラン");
  values = await findAppId(client, "KPI実績");
});
afterAll(async () => {
  await browser.close();
});

const meansOnly = "手段が書かれています。それによって、どんな状態になりますか。";

/** Fills what places an action in the plan: its name and, through the lookup, its item. */
async function fillBasics(page: Page, name: string): Promise<void> {
  // The form asks for the next number when it opens.
  await expect.poll(() => page.getByLabel("事業ID").inputValue()).toMatch(/^A-\d{3}$/u);
  await page.getByLabel("事業名").fill(name);
  await page.getByLabel("実施事項", { exact: true }).fill("J1-1");
  await page.getByRole("button", { name: /取得/u }).first().click();
  await page.getByText("住民との接点の多様化・充実化").first().waitFor();
}

describe.each([
  ["desktop", desktop, (id: string) => `/k/${id}/edit`],
  ["phone", phone, (id: string) => `/k/m/${id}/edit`],
] as const)("an action plan on a %s", (device, viewport, pathOf) => {
  it("answers a wrong entry at its field, and saves the draft all the same", async () => {
    const page = await openPage(browser, { account: "tantou", path: pathOf(actions), viewport });
    const name = `入力の試し ${device}`;
    await fillBasics(page, name);
    await page.getByLabel(/^あるべき姿/u).fill("申請システムを導入する");
    await page.getByLabel("事業名").click();
    const field = page.locator(".control-gaia", { has: page.getByLabel(/^あるべき姿/u) });

    await page.getByRole("button", { name: "保存" }).click();
    const dialog = page.getByRole("dialog", { name: /保存の前に、確かめてください/u });
    await dialog.waitFor();
    await expect.poll(() => dialog.innerText()).toContain(meansOnly);
    await dialog.getByRole("button", { name: "もどって直す" }).click();
    await field.getByText(meansOnly).waitFor();
    await expect.poll(() => page.getByLabel(/^あるべき姿/u).inputValue()).toBe("申請システムを導入する");

    await page.getByRole("button", { name: "保存" }).click();
    await dialog.getByRole("button", { name: "下書きとして保存する" }).click();
    await page.waitForURL(/\/show/u);
    await page.getByText(/確かめること \d+件/u).waitFor();
    const { records } = await client.record.getRecords({
      app: actions,
      query: `action_name = "${name}"`,
    });
    expect(records.map((record) => record["ideal_state"]?.value)).toStrictEqual(["申請システムを導入する"]);
    expect(records.map((record) => record["action_id"]?.value)).toStrictEqual([expect.stringMatching(/^A-\d{3}$/u)]);
    await page.close();
  });

  it("does not go to the manager while something must be corrected, and says what", async () => {
    const page = await openPage(browser, { account: "tantou", path: pathOf(actions), viewport });
    await fillBasics(page, `進める試し ${device}`);
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/\/show/u);
    // The step is offered once a section with a manager is chosen.
    const query = `action_name = "進める試し ${device}" order by $id desc limit 1`;
    const [draft] = (await client.record.getRecords({ app: actions, query })).records;
    const id = draft?.["$id"]?.type === "__ID__" ? draft["$id"].value : "";
    await client.record.updateRecord({ app: actions, id, record: { dept_code: { value: "MIHON-A" } } });
    await page.reload();
    const act = page
      .locator('[title="所属長へ送る"], button:has-text("所属長へ送る"), button:has-text("処理開始")')
      .first();
    await act.click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /所属長へ送る|進める/u })
      .click();
    // The page lists it from the start; the refusal says it once more.
    await page.getByRole("alert").getByText("だれのための事業ですか。").waitFor();
    const { records } = await client.record.getRecords({ app: actions, query });
    expect(records.map((record) => record["ステータス"]?.value)).toStrictEqual(["下書き"]);
    await page.close();
  });
});

describe("an action id", () => {
  it("is refused at the field when another record has it, and nothing typed is lost", async () => {
    const page = await openPage(browser, { account: "tantou", path: `/k/${actions}/edit` });
    await fillBasics(page, "番号の試し");
    await page.getByLabel("事業ID").fill("A-001");
    await page.getByRole("button", { name: "保存" }).click();
    const field = page.locator(".control-gaia", { has: page.getByLabel("事業ID") });
    await field.locator(".kp-field-error, [role=alert]").first().waitFor();
    await expect.poll(() => page.getByLabel("事業名").inputValue()).toBe("番号の試し");
    const { totalCount } = await client.record.getRecords({
      app: actions,
      query: 'action_name = "番号の試し"',
      totalCount: true,
    });
    expect(totalCount).toBe("0");
    await page.close();
  });
});

describe("a KPI value", () => {
  it("is stored as plain digits when typed in full width", async () => {
    const page = await openPage(browser, { account: "tantou", path: `/k/${values}/edit` });
    await page.getByLabel("指標", { exact: true }).fill("K-001");
    await page.getByRole("button", { name: /取得/u }).first().click();
    await page.getByText("デジタル指標").first().waitFor();
    await page.getByLabel("年度", { exact: true }).fill("２０２６");
    await page.getByLabel("連番", { exact: true }).fill("1");
    await page.getByLabel("実績値").fill("４３．５");
    await page.getByRole("button", { name: "保存" }).click();
    const dialog = page.getByRole("dialog", { name: /確かめてください/u });
    await expect.poll(async () => (await dialog.isVisible()) || /\/show/u.test(page.url())).toBe(true);
    if (await dialog.isVisible()) {
      await dialog.getByRole("button", { name: /保存する/u }).click();
    }
    await page.waitForURL(/\/show/u);
    const { records } = await client.record.getRecords({ app: values, query: 'kpi_fy_key = "K-001:2026:1"' });
    expect(records.map((record) => record["actual_value"]?.value)).toStrictEqual(["43.5"]);
    await page.close();
  });
});
