import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityViolations } from "../open-browser.ts";
import { heardUntil, leaveScript } from "./event-recorder.ts";
import type { PagePlatform } from "./page-platform.ts";
import { recordedApp as app, startRecordedPlatform } from "./recorded-platform.ts";

// What customizations ask of a page: where to go, lookups, confirmations, parts to hide and show.

const admin = { account: "admin" } as const;

let platform: PagePlatform;
beforeAll(async () => {
  ({ platform } = await startRecordedPlatform());
});
afterAll(async () => {
  await platform.close();
});

describe("what handlers ask for", () => {
  it.each([
    ["a new record", `/k/${app}/edit`, "app.record.create", false],
    ["a changed record", `/k/${app}/show#record=1&mode=edit`, "app.record.edit", false],
    ["a new record on a phone", `/k/m/${app}/edit`, "mobile.app.record.create", true],
  ] as const)("%s leads to the url of its success event", async (_, path, type, phone) => {
    const page = await platform.open(path, { ...admin, onPhone: phone });
    await heardUntil(page, `${type}.show`);
    await page.evaluate(`kintone.events.on("${type}.submit.success", async (event) => {
      event.url = "/k/?after=" + event.recordId;
      return event;
    })`);
    await page.getByLabel("件名").fill("1件目");
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL((url) => url.pathname === "/k/");
    expect(new URL(page.url()).search).toMatch(/^\?after=\d+$/u);
    await page.context().close();
  });

  it("lookups fetch on show for true, on change for UPDATE, and are emptied by CLEAR", async () => {
    const page = await platform.open(`/k/${app}/`, admin);
    await leaveScript(
      page,
      `
      kintone.events.on("app.record.create.show", (event) => {
        event.record.会社.value = "山田商店";
        event.record.会社.lookup = true;
        return event;
      });
      kintone.events.on("app.record.create.change.件名", (event) => {
        const name = event.record.件名.value;
        event.record.会社.lookup = name === "消す" ? "CLEAR" : "UPDATE";
        if (name !== "消す") { event.record.会社.value = name; }
        return event;
      });
      kintone.events.on("app.record.create.change.電話", (event) => {
        (globalThis.phones ??= []).push(event.changes.field.value);
        return event;
      });`,
    );
    await page.goto(`/k/${app}/edit`);
    const phone = async (): Promise<unknown> => page.evaluate("kintone.app.record.get()?.record.電話.value ?? ''");
    await expect.poll(phone).toBe("1111");
    const name = page.getByLabel("件名");
    await name.fill("川田商店");
    await name.blur();
    await expect.poll(phone).toBe("2222");
    await name.fill("消す");
    await name.blur();
    await expect.poll(phone).toBe("");
    await expect.poll(() => page.getByLabel("会社", { exact: true }).inputValue()).toBe("");
    const phones = async (): Promise<unknown> => page.evaluate("globalThis.phones.map((phone) => phone ?? null)");
    await expect.poll(phones).toEqual(["1111", "2222", null]);
    await page.context().close();
  });

  it("the deletion of a row fires the table's change without a row, on the desktop and on phones", async () => {
    for (const phone of [false, true]) {
      const page = await platform.open(phone ? `/k/m/${app}/edit` : `/k/${app}/edit`, { ...admin, onPhone: phone });
      const type = `${phone ? "mobile." : ""}app.record.create`;
      await heardUntil(page, `${type}.show`);
      await page.evaluate(`kintone.events.on(["${type}.change.明細", "${type}.change.品"], (event) => {
        (globalThis.rows ??= []).push([event.type, event.changes.row === null, event.changes.field.value.length, event.record.明細.value.length]);
        return event;
      })`);
      const rows = async (): Promise<unknown> => page.evaluate("globalThis.rows");
      await page.getByRole("button", { name: "「明細」に行を追加" }).click();
      await expect.poll(rows).toEqual([[`${type}.change.明細`, false, 2, 2]]);
      await page.getByRole("button", { name: "1行目を削除" }).click();
      await expect.poll(rows).toEqual([
        [`${type}.change.明細`, false, 2, 2],
        [`${type}.change.明細`, true, 1, 1],
      ]);
      await page.context().close();
    }
  });
});

describe("confirmations", () => {
  it.each([
    ["kintone.showConfirmDialog", false],
    ["kintone.mobile.showConfirmBottomSheet", true],
  ] as const)("of %s wait for an answer, and tell which", async (name, phone) => {
    const page = await platform.open(phone ? `/k/m/${app}/` : `/k/${app}/`, { ...admin, onPhone: phone });
    const ask = async (): Promise<void> => {
      await page.evaluate(`(() => {
        globalThis.answer = null;
        ${name}({ title: "確認", body: "一行目\\n二行目", okButtonText: "はい", showCancelButton: true, cancelButtonText: "いいえ", showCloseButton: true })
          .then((answer) => { globalThis.answer = answer; });
      })()`);
      await page.getByRole("dialog", { name: "確認" }).waitFor();
    };
    const dialog = page.getByRole("dialog", { name: "確認" });
    const answers: unknown[] = [];
    for (const button of ["はい", "いいえ", "閉じる"]) {
      await ask();
      await expect.poll(() => dialog.innerText()).toMatch(/一行目\n二行目/u);
      expect(await page.evaluate("globalThis.answer")).toBeNull();
      await dialog.getByRole("button", { name: button }).click();
      await page.waitForFunction("globalThis.answer !== null");
      await dialog.waitFor({ state: "detached" });
      answers.push(await page.evaluate("globalThis.answer"));
    }
    expect(answers).toEqual(["OK", "CANCEL", "CLOSE"]);
    await page.context().close();
  });

  it.each([
    ["kintone.createDialog", false],
    ["kintone.mobile.createBottomSheet", true],
  ] as const)(
    "of %s show an own body, stay when beforeClose says so, and are closed from outside",
    async (name, phone) => {
      const page = await platform.open(phone ? `/k/m/${app}/` : `/k/${app}/`, { ...admin, onPhone: phone });
      await page.evaluate(`(async () => {
      const body = document.createElement("p");
      body.textContent = "自前の中身";
      globalThis.tries = [];
      globalThis.box = await ${name}({ title: "自前", body, beforeClose: (action) => { globalThis.tries.push(action); return action !== "OK"; } });
      globalThis.box.show().then((answer) => { globalThis.shut = answer; });
    })()`);
      const dialog = page.getByRole("dialog", { name: "自前" });
      await dialog.getByText("自前の中身").waitFor();
      await dialog.getByRole("button", { name: "OK" }).click();
      await page.waitForFunction("globalThis.tries.length === 1");
      // It was asked and stays: what closes it below is another call.
      expect([await dialog.isVisible(), await page.evaluate("globalThis.shut ?? null")]).toEqual([true, null]);
      await page.evaluate("globalThis.box.close()");
      await page.waitForFunction("globalThis.shut !== undefined");
      expect(await page.evaluate("[globalThis.shut, globalThis.tries]")).toEqual(["FUNCTION", ["OK", "FUNCTION"]]);
      await page.context().close();
    },
  );
});

describe("parts of the pages", () => {
  it("open and close the app's description on every desktop page of the app, as its button does", async () => {
    const page = await platform.open(`/k/${app}/`, admin);
    const state = async (): Promise<unknown> => page.evaluate("kintone.app.getDescriptionDisplayState()");
    const description = page.getByRole("region", { name: "アプリの説明" });
    const both = async (): Promise<unknown> => [await state(), await description.count()];
    for (const path of ["", "report", "show#record=1", "edit"]) {
      await page.goto(`/k/${app}/${path}`);
      await page.getByRole("button", { name: "アプリの説明" }).waitFor();
      await expect.poll(both).toEqual(["CLOSED", 0]);
      await page.evaluate(`kintone.app.showDescription("OPEN")`);
      await description.locator("b").getByText("受け付けた", { exact: true }).waitFor();
      await expect.poll(state).toBe("OPEN");
      await page.getByRole("button", { name: "アプリの説明" }).click();
      await expect.poll(both).toEqual(["CLOSED", 0]);
    }
    await page.evaluate(`kintone.app.showDescription("OPEN")`);
    await description.waitFor();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.goto("/k/1/");
    await page.locator(".gaia-argoui-app-menu-add").waitFor();
    await expect.poll(state).toBe("HIDDEN");
    await page.context().close();
  });

  it("hide and show the way to the graphs", async () => {
    const page = await platform.open(`/k/${app}/`, admin);
    const button = page.getByRole("link", { name: "グラフを見る" });
    await button.waitFor();
    await page.evaluate(`kintone.app.showReportButton("HIDDEN")`);
    await button.waitFor({ state: "hidden" });
    expect(await page.evaluate("kintone.app.getReportButtonDisplayState()")).toBe("HIDDEN");
    await page.evaluate(`kintone.app.showReportButton("VISIBLE")`);
    await button.click();
    await page.getByRole("heading", { level: 1, name: "件名ごと" }).waitFor();
    await page.context().close();
  });

  it("hide and show the button that gives a record to other people, which is for those who manage the app", async () => {
    const page = await platform.open(`/k/${app}/show#record=2`, admin);
    const button = page.getByRole("button", { name: "現在の作業者を変更" });
    await button.waitFor();
    await page.evaluate(`kintone.app.record.showChangeAssigneeButton("HIDDEN")`);
    await button.waitFor({ state: "hidden" });
    await page.evaluate(`kintone.app.record.showChangeAssigneeButton("VISIBLE")`);
    await button.click();
    const dialog = page.getByRole("dialog", { name: "現在の作業者を変更" });
    await dialog.getByRole("checkbox", { name: "担当 花子 tantou", exact: true }).check();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    // The words go away by themselves.
    await page.evaluate(`new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      globalThis.told = [globalThis.told ?? "", ...added.map(({ textContent }) => textContent)].join();
    }).observe(document.body, { childList: true })`);
    await dialog.getByRole("button", { name: "現在の作業者を変更" }).click();
    await expect.poll(() => page.evaluate("globalThis.told")).toContain("作業者を変更しました。");
    const { record } = await platform.client().record.getRecord({ app, id: 2 });
    expect(record["作業者"]?.value).toEqual([
      { code: "admin", name: "Administrator" },
      { code: "tantou", name: "担当 花子" },
    ]);
    await page.context().close();
    const other = await platform.open(`/k/${app}/show#record=2`);
    await other.getByRole("button", { name: "進める" }).waitFor();
    expect(await other.getByRole("button", { name: "現在の作業者を変更" }).count()).toBe(0);
    await other.context().close();
  });
});
