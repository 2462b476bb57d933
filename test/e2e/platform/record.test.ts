import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityViolations } from "../open-browser.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

let platform: PagePlatform;
beforeAll(async () => {
  platform = await startPagePlatform({
    apps: [
      {
        name: "案件",
        fields: {
          件名: { type: "SINGLE_LINE_TEXT", code: "件名", label: "件名" },
          金額: { type: "NUMBER", code: "金額", label: "金額", digit: true },
          秘密: { type: "SINGLE_LINE_TEXT", code: "秘密", label: "秘密" },
          明細: {
            type: "SUBTABLE",
            code: "明細",
            label: "明細",
            fields: { 品: { type: "SINGLE_LINE_TEXT", code: "品", label: "品" } },
          },
        },
        views: {
          大きい順: {
            index: "0",
            type: "LIST",
            name: "大きい順",
            fields: ["件名", "金額"],
            sort: "金額 desc",
            filterCond: "金額 > 1",
          },
        },
        fieldAcl: {
          rights: [
            {
              code: "秘密",
              entities: [{ entity: { type: "USER", code: "admin" }, accessibility: "WRITE" }],
            },
          ],
        },
        records: [
          { 件名: "小", 金額: "10" },
          { 件名: "大", 金額: "3000" },
          { 件名: "中", 金額: "200" },
          { 件名: "外", 金額: "1" },
        ],
      },
    ],
  });
  const { record } = platform.client();
  await record.updateRecord({ app: 1, id: 3, record: { 件名: { value: "中くらい" }, 秘密: { value: "見せない" } } });
  await record.updateRecord({ app: 1, id: 3, record: { 明細: { value: [{ value: { 品: { value: "机" } } }] } } });
  await record.updateRecord({ app: 1, id: 3, record: { 秘密: { value: "もっと見せない" } } });
});
afterAll(async () => {
  await platform.close();
});

describe.each([
  ["desktop", false],
  ["phone", true],
] as const)("a record on a %s", (_, onPhone) => {
  const root = onPhone ? "/k/m/1" : "/k/1";
  const address = (id: number): string => `${root}/${onPhone ? `show?record=${id}` : `show#record=${id}`}`;

  it("tells what was changed, by whom, without the fields that the reader may not see", async () => {
    const page = await platform.open(address(3), { onPhone });
    await page.getByRole("tab", { name: "変更履歴" }).click();
    const panel = page.getByRole("tabpanel", { name: "変更履歴" });
    await expect.poll(() => panel.innerText()).toMatch(/バージョン 1[\s\S]*レコードを登録しました/u);
    const text = await panel.innerText();
    expect(text).toMatch(
      /バージョン 3[\s\S]*明細[\s\S]*（空）[\s\S]*品 机[\s\S]*バージョン 2[\s\S]*件名[\s\S]*中[\s\S]*中くらい/u,
    );
    expect(text).not.toMatch(/秘密|見せない|バージョン 4/u);
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.close();
  });

  it("leads to the records before and after it in the order of the list, and back to that list", async () => {
    const page = await platform.open(`${root}/?sort=%E9%87%91%E9%A1%8D+asc`, { onPhone });
    await page.getByText("中くらい").first().waitFor();
    await page
      .locator(onPhone ? ".kp-mobile-card a" : "table.recordlist-gaia tbody a")
      .first()
      .click();
    const pager = page.getByRole("navigation", { name: "一覧の中の位置" });
    await pager.getByText("1 / 3件").waitFor();
    await pager.getByRole("link", { name: "次のレコード" }).click();
    await pager.getByText("2 / 3件").waitFor();
    await page.locator("#record-gaia").getByText("中くらい").first().waitFor();
    await pager.getByRole("link", { name: "次のレコード" }).click();
    await pager.getByText("3 / 3件").waitFor();
    await expect.poll(() => pager.getByRole("button", { name: "次のレコード" }).isDisabled()).toBe(true);
    await pager.getByRole("link", { name: "前のレコード" }).click();
    await pager.getByText("2 / 3件").waitFor();
    await page.getByRole("link", { name: "一覧に戻る" }).click();
    await page.waitForURL((url) => url.pathname === `${root}/` && url.searchParams.get("sort") === "金額 asc");
    await page.close();
  });

  it("says that it is no longer in the list one came from", async () => {
    const separator = onPhone ? "?" : "#";
    const page = await platform.open(`${root}/show${separator}record=4&l.view=999`, { onPhone });
    const pager = page.getByRole("navigation", { name: "一覧の中の位置" });
    await pager.getByText("今の一覧の条件に合わなくなったレコードです").waitFor();
    expect(await pager.getByRole("link").count()).toBe(0);
    await page.close();
  });
});

describe("a record on a desktop", () => {
  it("goes back to an earlier version, which is one more version", async () => {
    const { record } = platform.client();
    await record.updateRecord({ app: 1, id: 1, record: { 件名: { value: "間違えた" } } });
    const page = await platform.open("/k/1/show#record=1");
    await page.getByRole("tab", { name: "変更履歴" }).click();
    await page.getByRole("button", { name: "この前のバージョンに戻す（バージョン 2）" }).click();
    await page.getByRole("button", { name: "この内容に戻す" }).click();
    await page.getByText("バージョン 3", { exact: true }).waitFor();
    const saved = await record.getRecord({ app: 1, id: 1 });
    expect([saved.record["件名"]?.value, saved.record["$revision"]?.value]).toStrictEqual(["小", "3"]);
    await page.close();
  });

  it("answers kintone's keys: next, edit, cancel, save, list of keys, off", async () => {
    const page = await platform.open("/k/1/show#record=2");
    const trail = (): Promise<string> => page.locator(".kp-breadcrumb li").last().innerText();
    await page.getByText("1 / 3件").waitFor();
    await page.keyboard.press("j");
    await page.getByText("2 / 3件").waitFor();
    await page.keyboard.press("e");
    await page.getByLabel("件名").waitFor();
    await expect.poll(trail).toBe("レコードの編集");
    await page.keyboard.press("Escape");
    await page.getByText("2 / 3件").waitFor();
    await expect.poll(trail).toBe("レコードの詳細");
    await page.keyboard.press("e");
    await page.getByLabel("金額").fill("250");
    await page.keyboard.press("Control+s");
    await page.locator("#record-gaia").getByText("250").first().waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "ショートカットキー" }).waitFor();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.getByLabel("ショートカットキーを使う").uncheck();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    // The way on is there: with the keys on, `j` would follow it before `?` opens the list of keys.
    await page.getByText("2 / 3件").waitFor();
    const before = page.url();
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "ショートカットキー" }).waitFor();
    expect(page.url()).toBe(before);
    await page.close();
  });

  it("is duplicated into a form that holds its values", async () => {
    const page = await platform.open("/k/1/show#record=3");
    await page.getByRole("link", { name: "複製" }).click();
    await page.waitForURL("**/k/1/edit?record=3");
    await expect.poll(() => page.getByLabel("件名").inputValue()).toBe("中くらい");
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL("**/k/1/show#record=5*");
    await page.close();
  });
});
