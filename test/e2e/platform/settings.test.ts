import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityViolations } from "../open-browser.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

const pluginId = "a".repeat(32);
const unused = "b".repeat(32);
const everyone = { entity: { type: "GROUP", code: "everyone" } };

let platform: PagePlatform;
beforeAll(async () => {
  platform = await startPagePlatform({
    apps: [
      {
        name: "申請",
        fields: {
          件名: { type: "SINGLE_LINE_TEXT", code: "件名", label: "件名", required: true },
          期限: { type: "DATE", code: "期限", label: "期限" },
          種別: {
            type: "DROP_DOWN",
            code: "種別",
            label: "種別",
            options: { 新規: { label: "新規", index: "0" }, 変更: { label: "変更", index: "1" } },
          },
        },
        views: {
          急ぎ: {
            index: "0",
            type: "LIST",
            name: "急ぎ",
            fields: ["件名", "期限"],
            filterCond: '期限 <= THIS_WEEK() and 種別 in ("新規")',
            sort: "期限 asc",
          },
        },
        process: {
          enable: true,
          states: {
            下書き: { name: "下書き", index: "0", assignee: { type: "ONE", entities: [] } },
            確認: {
              name: "確認",
              index: "1",
              assignee: { type: "ANY", entities: [{ entity: { type: "GROUP", code: "everyone" } }] },
            },
          },
          actions: [{ name: "送る", from: "下書き", to: "確認" }],
        },
        fieldAcl: { rights: [{ code: "種別", entities: [{ ...everyone, accessibility: "READ" }] }] },
        reports: {
          reports: {
            種別ごと: {
              chartType: "BAR",
              chartMode: "NORMAL",
              name: "種別ごと",
              index: "0",
              groups: [{ code: "種別" }],
              aggregations: [{ type: "COUNT" }],
              filterCond: "",
              sorts: [],
            },
          },
        },
      },
    ],
    users: [{ code: "iin", name: "Manager", locale: "en" }],
  });
  await platform.call("PUT", "/k/v1/preview/app/notifications/perRecord.json", {
    app: 1,
    notifications: [{ filterCond: '種別 in ("新規")', title: "新規があります", targets: [everyone] }],
  });
  await platform.call("PUT", "/k/v1/preview/app/acl.json", {
    app: 1,
    rights: [
      {
        ...everyone,
        appEditable: true,
        recordViewable: true,
        recordAddable: true,
        recordEditable: true,
        recordDeletable: true,
      },
    ],
  });
  await platform.call("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app: 1 }] });
  for (const [id, name] of [
    [pluginId, "色分け"],
    [unused, "並べ替え"],
  ] as const) {
    platform.store.plugins.install({
      id,
      version: "1",
      manifest: {
        version: "1",
        name: { en: `${name} (en)`, ja: name },
        icon: "icon.png",
        desktop: { js: ["d.js"], css: [] },
      },
      files: new Map([["d.js", new TextEncoder().encode("document.body.dataset.ran = 'yes'")]]),
    });
  }
});
afterAll(async () => {
  await platform.close();
});

describe("the settings of an app", () => {
  it("are all there to read, in words", async () => {
    const page = await platform.open("/k/1/");
    await page.getByRole("link", { name: "アプリの設定" }).click();
    await page.getByRole("heading", { level: 1, name: "アプリの設定" }).waitFor();
    const text = await page.getByRole("main").innerText();
    for (const part of [
      /件名\s+文字列（1行）/u,
      /期限：次以前 今週/u,
      /種別：次のいずれかを含む 新規/u,
      /期限の昇順/u,
      /横棒グラフ/u,
      /次のうち誰か：全員/u,
      /送る\s+下書き\s+確認/u,
      /種別\s+全員\s+閲覧だけ/u,
      /新規があります/u,
      /レコードの作成者|「作成者」の人/u,
    ]) {
      expect(text).toMatch(part);
    }
    expect(text).not.toMatch(/SINGLE_LINE_TEXT|THIS_WEEK|recordViewable|undefined|\{\w+\}/u);
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.close();
  });

  it("are told in English to who reads English", async () => {
    const page = await platform.open("/k/admin/app/flow?app=1", { account: "iin" });
    await page.getByRole("heading", { level: 1, name: "App settings" }).waitFor();
    await expect
      .poll(() => page.getByRole("main").innerText())
      .toMatch(/Text[\s\S]*on or before This week[\s\S]*View only/u);
    await page.close();
  });

  it("fit a narrow window", async () => {
    const page = await platform.open("/k/admin/app/1/", { onPhone: true });
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await page.close();
  });
});

describe("the plugins of an app", () => {
  it("are added, turned off and on, and taken out, and each reaches users with the next update", async () => {
    const page = await platform.open("/k/admin/app/1/plugin/");
    const runs = async (): Promise<boolean> => {
      await page.getByRole("button", { name: "アプリを更新" }).click();
      await page.getByText("アプリを更新しました").waitFor();
      const list = await platform.open("/k/1/");
      await list.getByRole("button", { name: "絞り込む" }).waitFor();
      const ran = await list.evaluate<string | undefined>("document.body.dataset.ran");
      await list.close();
      await page.goto("/k/admin/app/1/plugin/");
      return ran === "yes";
    };
    await page.getByLabel("追加するプラグイン").selectOption({ label: "色分け 1" });
    await page.getByRole("button", { name: "アプリに追加" }).click();
    await page.getByRole("button", { name: "「色分け」を無効にする" }).waitFor();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    expect(await runs()).toBe(true);
    await page.getByRole("button", { name: "「色分け」を無効にする" }).click();
    await page.getByRole("button", { name: "「色分け」を有効にする" }).waitFor();
    expect(await runs()).toBe(false);
    await page.getByRole("button", { name: "「色分け」をアプリから外す" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "アプリから外す" }).click();
    await page.getByText("このアプリにはプラグインがありません").waitFor();
    await page.close();
  });
});

describe("the plugins of the platform", () => {
  it("are deleted by a person who is asked once more", async () => {
    const page = await platform.open("/k/admin/system/plugin/", { account: "admin" });
    await page.getByRole("link", { name: "「並べ替え」を削除" }).click();
    await page.getByRole("heading", { level: 1, name: "「並べ替え」を削除しますか" }).waitFor();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.getByRole("button", { name: "このプラグインを削除する" }).click();
    await page.getByText("「並べ替え」を削除しました。").waitFor();
    expect(platform.store.plugins.find(unused)).toBeNull();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.close();
  });
});
