import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityViolations } from "../open-browser.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

const leaf = (name: string, index: number): object => ({ name, index, children: {} });
const field = (type: string, code: string): object => ({ type, code, label: code });

let platform: PagePlatform;

beforeAll(async () => {
  platform = await startPagePlatform({
    apps: [
      {
        name: "在庫",
        fields: {
          品名: field("SINGLE_LINE_TEXT", "品名"),
          明細: { ...field("SUBTABLE", "明細"), fields: { 数: field("NUMBER", "数") } },
        },
        categories: {
          enabled: true,
          categories: {
            食品: { name: "食品", index: 0, children: { 野菜: leaf("野菜", 0), 魚: leaf("魚", 1) } },
            道具: leaf("道具", 1),
          },
        },
        records: [
          { 品名: "大根", カテゴリー: ["野菜"] },
          { 品名: "金づち", カテゴリー: ["道具"] },
        ],
      },
    ],
  });
});

afterAll(async () => {
  await platform.close();
});

const categoriesOf = async (id: number): Promise<unknown> =>
  (await platform.client().record.getRecord({ app: 1, id })).record["カテゴリー"]?.value;

describe("the categories of an app", () => {
  it("stand beside its list, and one shows its records and those below it", async () => {
    const page = await platform.open("/k/1/");
    const tree = page.getByRole("navigation", { name: "カテゴリー" });
    await page.getByText("金づち", { exact: true }).waitFor();
    await tree.getByRole("link", { name: "食品", exact: true }).click();
    await page.getByText("金づち", { exact: true }).waitFor({ state: "detached" });
    await page.getByText("大根", { exact: true }).waitFor();
    await expect
      .poll(() => page.evaluate("kintone.app.getQueryCondition()"))
      .toBe('カテゴリー in ("食品", "野菜", "魚")');
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.reload();
    await page.getByText("大根", { exact: true }).waitFor();
    await tree.locator('[aria-current="true"]', { hasText: "食品" }).waitFor();
    await tree.getByRole("link", { name: "すべてのレコード", exact: true }).click();
    await page.getByText("金づち", { exact: true }).waitFor();
    expect(await page.evaluate("kintone.app.getCategories()")).toMatchObject({
      enabled: true,
      categories: { 食品: { index: "0", children: { 魚: { name: "魚", index: "1" } } } },
    });
    await page.context().close();
  });

  it.each([
    ["the desktop", false, "/k/1/show#record=1&mode=edit"],
    ["a phone", true, "/k/m/1/edit?record=1"],
  ] as const)("are chosen in the form on %s by keyboard, and customizations hear of them", async (_, onPhone, path) => {
    const page = await platform.open(path, { onPhone });
    const summary = page.locator(".kp-category-input summary");
    await summary.waitFor();
    const type = `${onPhone ? "mobile." : ""}app.record.edit.submit`;
    await page.evaluate(`kintone.events.on("${type}", (event) => {
      sessionStorage.setItem("heard", JSON.stringify(event.record.カテゴリー));
      return event;
    })`);
    await summary.focus();
    await page.keyboard.press("Enter");
    const tools = page.getByRole("checkbox", { name: "道具", exact: true });
    await tools.focus();
    const wanted = (await tools.isChecked()) ? ["野菜"] : ["野菜", "道具"];
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("button", { name: "編集" }).waitFor();
    await expect.poll(async () => categoriesOf(1)).toEqual(wanted);
    await page.getByText(wanted.join("、"), { exact: true }).waitFor();
    const heard = JSON.stringify({ type: "CATEGORY", value: wanted });
    expect(await page.evaluate(`sessionStorage.getItem("heard")`)).toBe(heard);
    await page.context().close();
  });
});

it("tables lose the buttons of their rows when a customization hides them, and the only row stays", async () => {
  const page = await platform.open("/k/1/edit");
  await page.getByRole("button", { name: "「明細」に行を追加" }).waitFor();
  const remove = page.getByRole("button", { name: /行目を削除$/u });
  const add = page.getByRole("button", { name: /行を追加$/u });
  expect(await remove.count()).toBe(0);
  await page.getByRole("button", { name: "「明細」に行を追加" }).click();
  await remove.nth(1).waitFor();
  await page.evaluate(`kintone.app.record.showDeleteTableRowButtons("明細", "HIDDEN")`);
  await remove.first().waitFor({ state: "detached" });
  expect(await page.evaluate(`kintone.app.record.getDeleteTableRowButtonsDisplayState("明細")`)).toBe("HIDDEN");
  await add.first().waitFor();
  await page.evaluate(`kintone.app.record.showAddTableRowButtons("明細", "HIDDEN")`);
  await add.first().waitFor({ state: "detached" });
  await expect.poll(async () => page.locator(".kp-row-actions").first().isVisible()).toBe(false);
  await page.context().close();
});
