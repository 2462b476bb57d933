import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { events } from "../../../platform/page/client/kintone/api-catalogue.ts";
import { findAccessibilityViolations } from "../open-browser.ts";
import { callFunctions } from "./call-functions.ts";
import { eventRecorder, heardUntil } from "./event-recorder.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

/** What the first file on the JavaScript does not reach: pages besides list and record, phones, lookups, confirmations. */
const field = (code: string, type = "SINGLE_LINE_TEXT", rest: object = {}): object => ({
  type,
  code,
  label: code,
  ...rest,
});
const names = events.flatMap(({ name, mobile }) => {
  const own = name.replace("{code}", "件名");
  return mobile ? [own, `mobile.${own}`] : [own];
});
const app = 2;
const admin = { account: "admin" } as const;
const onPhone = { account: "admin", onPhone: true } as const;

let platform: PagePlatform;
let space = "";

beforeAll(async () => {
  platform = await startPagePlatform({
    apps: [
      {
        name: "取引先",
        fields: { 会社: field("会社", "SINGLE_LINE_TEXT", { unique: true }), 電話: field("電話") },
        records: [
          { 会社: "山田商店", 電話: "1111" },
          { 会社: "川田商店", 電話: "2222" },
        ],
      },
      {
        name: "案件",
        fields: {
          件名: field("件名"),
          電話: field("電話"),
          会社: field("会社", "SINGLE_LINE_TEXT", {
            lookup: {
              relatedApp: { app: "1" },
              relatedKeyField: "会社",
              fieldMappings: [{ field: "電話", relatedField: "電話" }],
              lookupPickerFields: ["会社"],
              filterCond: "",
              sort: "",
            },
          }),
          明細: { ...field("明細", "SUBTABLE"), fields: { 品: field("品") } },
        },
        views: {
          一覧: { index: "0", type: "LIST", name: "一覧", fields: ["件名"], sort: "$id asc", filterCond: "" },
        },
      },
    ],
  });
  const client = platform.client();
  const assignee = { type: "ONE", entities: [{ entity: { type: "FIELD_ENTITY", code: "作成者" } }] };
  await platform.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: {
      受付: { name: "受付", index: "0", assignee },
      完了: { name: "完了", index: "1", assignee: { type: "ONE", entities: [] } },
    },
    actions: [{ name: "進める", from: "受付", to: "完了", filterCond: "" }],
  });
  await platform.call("PUT", "/k/v1/preview/app/reports.json", {
    app,
    reports: {
      件名ごと: {
        chartType: "BAR",
        chartMode: "NORMAL",
        index: "0",
        name: "件名ごと",
        groups: [{ code: "件名" }],
        aggregations: [{ type: "COUNT" }],
        filterCond: "",
        sorts: [{ by: "TOTAL", order: "DESC" }],
      },
    },
  });
  await platform.call("PUT", "/k/v1/preview/app/settings.json", { app, description: "<b>受け付けた</b>案件を書く" });
  const upload = async (name: string, text: string): Promise<{ type: "FILE"; file: { fileKey: string } }> => {
    const { fileKey } = await client.file.uploadFile({ file: { name, data: text } });
    return { type: "FILE", file: { fileKey } };
  };
  const everywhere = await upload(
    "domain.js",
    `kintone.events.on(["space.portal.show", "mobile.space.portal.show"], (event) => {
      (globalThis.spaces ??= []).push(event);
      return event;
    });`,
  );
  await platform.call("PUT", "/k/platform/customize.json", {
    desktop: { js: [everywhere] },
    mobile: { js: [everywhere] },
  });
  const recorder = eventRecorder(names);
  await client.app.updateAppCustomize({
    app,
    desktop: { js: [await upload("desktop.js", recorder)], css: [] },
    mobile: { js: [await upload("mobile.js", recorder)], css: [] },
  });
  await client.app.deployApp({ apps: [{ app }] });
  // Only a record that comes into the process gets an assignee.
  await client.record.addAllRecords({
    app,
    records: Array.from({ length: 8 }, (_, index) => ({ 件名: { value: `${index + 1}件目` } })),
  });
  const members = [{ entity: { type: "USER", code: "admin" }, isAdmin: true }] as const;
  space = String((await client.space.addSpaceFromTemplate({ id: 1, name: "広場", members: [...members] })).id);
});

afterAll(async () => {
  await platform.close();
});

describe("pages besides list and record", () => {
  it.each([
    ["space.portal.show", "/k/", false],
    ["mobile.space.portal.show", "/k/m/", true],
  ] as const)("fire %s with the space's number as a text, and offer its place", async (type, root, phone) => {
    const page = await platform.open(`${root}#/space/${space}`, { ...admin, onPhone: phone });
    await page.waitForFunction("globalThis.spaces?.length > 0");
    expect(await page.evaluate("globalThis.spaces")).toEqual([{ type, spaceId: space }]);
    const side = phone ? "kintone.mobile" : "kintone";
    expect(await page.evaluate(`${side}.space.portal.getContentSpaceElement() instanceof HTMLElement`)).toBe(true);
    await page.context().close();
  });

  it.each([
    ["app.report.show", `/k/${app}/report`, false],
    ["mobile.app.report.show", `/k/m/${app}/report`, true],
  ] as const)("fire %s once the graph is drawn", async (type, path, phone) => {
    const page = await platform.open(path, { ...admin, onPhone: phone });
    expect(await heardUntil(page, type)).toEqual([[type, { appId: "number" }, null]]);
    expect(await page.locator("svg, table").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it("fire print.show before the browser is asked to print", async () => {
    const page = await platform.open(`/k/${app}/`, admin);
    await page.addInitScript(
      "globalThis.print = () => { globalThis.printed = (sessionStorage.getItem('heard') ?? '').includes('print.show'); };",
    );
    await heardUntil(page, "app.record.index.show");
    await page.goto(`/k/${app}/print?record=1`);
    await page.waitForFunction("globalThis.printed !== undefined");
    expect(await page.evaluate("globalThis.printed")).toBe(true);
    expect(await heardUntil(page, "app.record.print.show")).toEqual([
      ["app.record.print.show", { appId: "number", recordId: "number" }, "1件目"],
    ]);
    await page.context().close();
  });

  it.each([
    ["graph", `/k/${app}/report`, "desktop"],
    ["graph", `/k/m/${app}/report`, "mobile"],
    ["space", "/k/#/space/1", "desktop"],
    ["space", "/k/m/#/space/1", "mobile"],
    ["edit", `/k/m/${app}/edit?record=1`, "mobile"],
  ] as const)("have every function of %s at %s (%s)", async (kind, path, side) => {
    const page = await platform.open(path, { ...admin, onPhone: side === "mobile" });
    await page.locator("#kp-root h1").first().waitFor();
    await page.waitForFunction(`document.querySelector("#kp-root .kp-skeleton") === null`);
    const called = await callFunctions(page, { side, kind, isApp: kind !== "space" });
    expect(called.filter(({ isFor, outcome }) => isFor && outcome.startsWith("refused"))).toEqual([]);
    const refused = called.filter(({ outcome }) => outcome.startsWith("refused"));
    expect(refused.filter(({ name, outcome }) => !outcome.startsWith(`refused: ${name}: `))).toEqual([]);
    await page.context().close();
  });
});

it("a row that is deleted from the list fires index.delete.submit, and a handler may keep it", async () => {
  const page = await platform.open(`/k/${app}/`, admin);
  await heardUntil(page, "app.record.index.show");
  await page.evaluate(`kintone.events.on("app.record.index.delete.submit", (event) => {
    globalThis.asked = (globalThis.asked ?? 0) + 1;
    return globalThis.asked === 1 ? { ...event, error: "まだ消せません" } : event;
  })`);
  const remove = async (): Promise<void> => {
    await page.getByRole("button", { name: "レコード8を削除" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "削除する" }).click();
  };
  await remove();
  await page.getByText("まだ消せません").waitFor();
  expect(await heardUntil(page, "app.record.index.delete.submit")).toEqual([
    ["app.record.index.delete.submit", { appId: "number", recordId: "number" }, "8件目"],
  ]);
  expect((await platform.client().record.getRecord({ app, id: 8 })).record["件名"]?.value).toBe("8件目");
  await remove();
  await page.getByText("8件目", { exact: true }).waitFor({ state: "detached" });
  await expect(platform.client().record.getRecord({ app, id: 8 })).rejects.toThrow(/GAIA_RE01/u);
  await page.context().close();
});

it("the events of changing, proceeding and deleting come on phones with their members there", async () => {
  const page = await platform.open(`/k/m/${app}/show?record=7`, onPhone);
  await heardUntil(page, "mobile.app.record.detail.show");
  await page.getByRole("button", { name: "編集" }).click();
  expect(await heardUntil(page, "mobile.app.record.edit.show")).toEqual([
    ["mobile.app.record.edit.show", { appId: "number", recordId: "number" }, "7件目"],
  ]);
  await page.getByLabel("件名").fill("七の二");
  await page.getByRole("button", { name: "保存" }).click();
  expect(await heardUntil(page, "mobile.app.record.detail.show")).toEqual([
    ["mobile.app.record.edit.change.件名", { appId: "number", recordId: "number", changes: "object" }, "七の二"],
    ["mobile.app.record.edit.submit", { appId: "number", recordId: "number" }, "七の二"],
    ["mobile.app.record.edit.submit.success", { appId: "string", recordId: "string" }, "七の二"],
    ["mobile.app.record.detail.show", { appId: "number", recordId: "number" }, "七の二"],
  ]);
  await page.getByRole("button", { name: "進める" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "進める" }).click();
  expect((await heardUntil(page, "mobile.app.record.detail.show"))[0]).toEqual([
    "mobile.app.record.detail.process.proceed",
    { action: "object", status: "object", nextStatus: "object" },
    "七の二",
  ]);
  await page.getByRole("button", { name: "削除" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "削除する" }).click();
  await page.waitForURL((url) => url.pathname === `/k/m/${app}/`);
  expect((await heardUntil(page, "mobile.app.record.index.show"))[0]).toEqual([
    "mobile.app.record.detail.delete.submit",
    { appId: "number", recordId: "number" },
    "七の二",
  ]);
  await page.context().close();
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
    await page.addInitScript(`addEventListener("DOMContentLoaded", () => {
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
      });
    })`);
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
    expect(await page.getByLabel("会社", { exact: true }).inputValue()).toBe("");
    const phones: unknown[] = await page.evaluate("globalThis.phones.map((phone) => phone ?? null)");
    expect(phones).toEqual(["1111", "2222", null]);
    await page.context().close();
  });

  it("the deletion of a row fires the table's change without a row, on the desktop and on phones", async () => {
    for (const phone of [false, true]) {
      const page = await platform.open(phone ? `/k/m/${app}/edit` : `/k/${app}/edit`, { ...admin, onPhone: phone });
      const type = `${phone ? "mobile." : ""}app.record.create`;
      await heardUntil(page, `${type}.show`);
      await page.getByRole("button", { name: "「明細」に行を追加" }).click();
      await page.evaluate(`kintone.events.on(["${type}.change.明細", "${type}.change.品"], (event) => {
        (globalThis.rows ??= []).push([event.type, event.changes.row, event.changes.field.value.length, event.record.明細.value.length]);
        return event;
      })`);
      const before = await page.getByRole("button", { name: /行目を削除/u }).count();
      await page.getByRole("button", { name: "1行目を削除" }).click();
      await page.waitForFunction("globalThis.rows?.length === 1");
      expect(await page.evaluate("globalThis.rows")).toEqual([[`${type}.change.明細`, null, before - 1, before - 1]]);
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
      expect(await dialog.innerText()).toMatch(/一行目\n二行目/u);
      expect(await page.evaluate("globalThis.answer")).toBeNull();
      await dialog.getByRole("button", { name: button }).click();
      await page.waitForFunction("globalThis.answer !== null");
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
      expect(await dialog.isVisible()).toBe(true);
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
    for (const path of ["", "report", "show#record=1", "edit"]) {
      await page.goto(`/k/${app}/${path}`);
      await page.getByRole("button", { name: "アプリの説明" }).waitFor();
      expect([await state(), await description.count()]).toEqual(["CLOSED", 0]);
      await page.evaluate(`kintone.app.showDescription("OPEN")`);
      expect(await description.locator("b").innerText()).toBe("受け付けた");
      expect(await state()).toBe("OPEN");
      await page.getByRole("button", { name: "アプリの説明" }).click();
      expect([await state(), await description.count()]).toEqual(["CLOSED", 0]);
    }
    await page.evaluate(`kintone.app.showDescription("OPEN")`);
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.goto("/k/1/");
    await page.locator(".gaia-argoui-app-menu-add").waitFor();
    expect(await state()).toBe("HIDDEN");
    await page.context().close();
  });

  it("hide and show the way to the graphs", async () => {
    const page = await platform.open(`/k/${app}/`, admin);
    const button = page.getByRole("link", { name: "グラフを見る" });
    await button.waitFor();
    await page.evaluate(`kintone.app.showReportButton("HIDDEN")`);
    expect(await button.isVisible()).toBe(false);
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
    expect(await button.isVisible()).toBe(false);
    await page.evaluate(`kintone.app.record.showChangeAssigneeButton("VISIBLE")`);
    await button.click();
    const dialog = page.getByRole("dialog", { name: "現在の作業者を変更" });
    await dialog.getByText("担当 花子").click();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "現在の作業者を変更" }).click();
    await page.getByText("作業者を変更しました。").waitFor();
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
