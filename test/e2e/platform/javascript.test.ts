import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { events } from "../../../platform/page/client/kintone/api-catalogue.ts";
import { buildFixedZip } from "../../../scripts/build/contents-zip.ts";
import { signPlugin } from "../../../scripts/build/sign-plugin.ts";
import { callFunctions } from "./call-functions.ts";
import { eventRecorder, heardUntil } from "./event-recorder.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

const icon = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const names = events.flatMap(({ name, mobile }) => {
  const own = name.replace("{code}", "件名");
  return mobile ? [own, `mobile.${own}`] : [own];
});

let platform: PagePlatform;
let pluginId = "";
const folder = mkdtempSync(join(tmpdir(), "machi-dx-js-"));

const field = (code: string, type = "SINGLE_LINE_TEXT"): object => ({ type, code, label: code });

beforeAll(async () => {
  platform = await startPagePlatform({
    apps: [
      {
        name: "案件",
        fields: {
          件名: field("件名"),
          日: field("日", "DATE"),
          明細: { ...field("明細", "SUBTABLE"), fields: { 品: field("品") } },
        },
        views: {
          一覧: { index: "0", type: "LIST", name: "一覧", fields: ["件名", "日"], sort: "$id asc", filterCond: "" },
        },
        records: [{ 件名: "一" }, { 件名: "二" }, { 件名: "三" }],
      },
    ],
  });
  const client = platform.client();
  const app = 1;
  const states = { 受付: { name: "受付", index: "0" }, 完了: { name: "完了", index: "1" } };
  const assignee = { type: "ONE", entities: [{ entity: { type: "FIELD_ENTITY", code: "作成者" } }] };
  await platform.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: { 受付: { ...states.受付, assignee }, 完了: { ...states.完了, assignee: { type: "ONE", entities: [] } } },
    actions: [{ name: "進める", from: "受付", to: "完了", filterCond: "" }],
  });
  const upload = async (name: string, text: string): Promise<{ type: "FILE"; file: { fileKey: string } }> => {
    const { fileKey } = await client.file.uploadFile({ file: { name, data: text } });
    return { type: "FILE", file: { fileKey } };
  };
  const domain = await upload(
    "domain.js",
    `(globalThis.order ??= []).push(["domain", ""]);
    const note = (event) => { (globalThis.portal ??= []).push(event); return event; };
    kintone.events.on(["portal.show", "mobile.portal.show", "space.portal.show"], note);`,
  );
  await platform.call("PUT", "/k/platform/customize.json", { desktop: { js: [domain] }, mobile: { js: [domain] } });
  const order = `(globalThis.order ??= []).push(["app", kintone.$PLUGIN_ID]);`;
  const recorder = order + eventRecorder(names);
  await client.app.updateAppCustomize({
    app,
    desktop: { js: [await upload("desktop.js", recorder)], css: [] },
    mobile: { js: [await upload("mobile.js", recorder)], css: [] },
  });
  for (const name of ["older", "newer"]) {
    pluginId = await installPlugin(name);
    await client.app.addPlugins({ app, ids: [pluginId] });
  }
  await client.app.deployApp({ apps: [{ app }] });
});

afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A plugin of two files a side, each of which tells its id as it finds it, and late. */
async function installPlugin(name: string): Promise<string> {
  const script = (file: string): string => `{
    const id = kintone.$PLUGIN_ID;
    (globalThis.order ??= []).push(["${name} ${file}", id]);
    setTimeout(() => (globalThis.late ??= []).push(["${name} ${file}", id, kintone.plugin.app.getConfig(id)]), 50);
  }`;
  const files = { js: ["a.js", "b.js"], css: ["own.css"] };
  const manifest = {
    manifest_version: 1,
    version: 1,
    type: "APP",
    name: { en: name },
    icon: "icon.png",
    desktop: files,
    mobile: files,
    config: { html: "config.html", js: ["config.js"], css: ["own.css"] },
  };
  const contents = {
    "manifest.json": JSON.stringify(manifest),
    "a.js": script("a"),
    "b.js": script("b"),
    "own.css": ":root { --own-plugin: 1 }",
    "config.html": `<div id="settings"></div>`,
    "config.js": `document.getElementById("settings").textContent = kintone.$PLUGIN_ID;`,
  };
  const bytes = Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)] as const);
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 1024,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  const { plugin } = await signPlugin(buildFixedZip({ ...Object.fromEntries(bytes), "icon.png": icon }), privateKey);
  const { fileKey } = await platform.client().file.uploadFile({ file: { name: `${name}.zip`, data: plugin } });
  const { id } = await platform.client().plugin.installPlugin({ fileKey });
  return id;
}

const admin = { account: "admin" } as const;

describe("the events of a record on the desktop", () => {
  it("come in kintone's order with kintone's members", async () => {
    const page = await platform.open("/k/1/edit", admin);
    expect(await heardUntil(page, "app.record.create.show")).toEqual([
      ["app.record.create.show", { appId: "number", reuse: "boolean" }, null],
    ]);
    await page.getByLabel("件名").fill("四");
    await page.getByRole("button", { name: "保存" }).click();
    const created = await heardUntil(page, "app.record.detail.show");
    expect(created).toEqual([
      ["app.record.create.change.件名", { appId: "number", changes: "object" }, "四"],
      ["app.record.create.submit", { appId: "number" }, "四"],
      ["app.record.create.submit.success", { appId: "number", recordId: "string" }, "四"],
      ["app.record.detail.show", { appId: "number", recordId: "number" }, "四"],
    ]);
    await page.getByRole("button", { name: "編集" }).click();
    await heardUntil(page, "app.record.edit.show");
    await page.getByLabel("件名").fill("四の二");
    await page.getByRole("button", { name: "保存" }).click();
    expect(await heardUntil(page, "app.record.detail.show")).toEqual([
      ["app.record.edit.change.件名", { appId: "number", recordId: "number", changes: "object" }, "四の二"],
      ["app.record.edit.submit", { appId: "number", recordId: "number" }, "四の二"],
      ["app.record.edit.submit.success", { appId: "number", recordId: "string" }, "四の二"],
      ["app.record.detail.show", { appId: "number", recordId: "number" }, "四の二"],
    ]);
    await page.getByRole("button", { name: "進める" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "進める" }).click();
    expect((await heardUntil(page, "app.record.detail.show"))[0]).toEqual([
      "app.record.detail.process.proceed",
      { action: "object", status: "object", nextStatus: "object" },
      "四の二",
    ]);
    const history: unknown = await page.evaluate("kintone.app.record.getStatusHistory()");
    expect(history).toEqual([{ changedAt: expect.any(String), assignees: [], status: "完了" }]);
    await page.getByRole("button", { name: "削除" }).click();
    await page.getByRole("dialog").getByRole("button", { name: /削除/u }).click();
    await page.waitForURL((url) => url.pathname === "/k/1/");
    expect((await heardUntil(page, "app.record.index.show"))[0]).toEqual([
      "app.record.detail.delete.submit",
      { appId: "number", recordId: "number" },
      "四の二",
    ]);
    await page.context().close();
  });

  it("come in the list too, with the types of its ids as kintone mixes them", async () => {
    const page = await platform.open("/k/1/", admin);
    expect(await heardUntil(page, "app.record.index.show")).toEqual([
      [
        "app.record.index.show",
        {
          appId: "number",
          viewId: "number",
          viewName: "string",
          viewType: "string",
          offset: "number",
          size: "number",
          date: "null",
        },
        null,
      ],
    ]);
    await page.locator('[data-kp-edit="1"]').click();
    await heardUntil(page, "app.record.index.edit.show");
    await page.locator(".kp-list-editing input").first().fill("一の二");
    await page.locator(".recordlist-save-gaia").click();
    expect(await heardUntil(page, "app.record.index.edit.finish")).toEqual([
      ["app.record.index.edit.change.件名", { appId: "string", recordId: "string", changes: "object" }, "一の二"],
      ["app.record.index.edit.submit", { appId: "string", recordId: "string" }, "一の二"],
      ["app.record.index.edit.submit.success", { appId: "number", recordId: "string" }, "一の二"],
      ["app.record.index.edit.finish", { appId: "number", recordId: "string" }, "一の二"],
    ]);
    await page.context().close();
  });

  it("come when a row of a table is added, under the table's name with the new row", async () => {
    const page = await platform.open("/k/1/edit", admin);
    await heardUntil(page, "app.record.create.show");
    await page.evaluate(`kintone.events.on(["app.record.create.change.明細", "app.record.create.change.品"], (event) => {
      (globalThis.rows ??= []).push([event.type, event.changes.row === null ? null : Object.keys(event.changes.row.value), event.changes.field === event.record["明細"]]);
      return event;
    })`);
    await page
      .getByRole("button", { name: /行を追加/u })
      .first()
      .click();
    await expect
      .poll(() => page.evaluate("globalThis.rows"))
      .toEqual([["app.record.create.change.明細", ["品"], true]]);
    await page.context().close();
  });
});

it("the events of a record come on phones with the types of their ids there", async () => {
  const page = await platform.open("/k/m/1/edit", { ...admin, onPhone: true });
  await heardUntil(page, "mobile.app.record.create.show");
  await page.getByLabel("件名").fill("五");
  await page.getByRole("button", { name: "保存" }).click();
  expect(await heardUntil(page, "mobile.app.record.detail.show")).toEqual([
    ["mobile.app.record.create.change.件名", { appId: "number", changes: "object" }, "五"],
    ["mobile.app.record.create.submit", { appId: "number" }, "五"],
    ["mobile.app.record.create.submit.success", { appId: "string", recordId: "string" }, "五"],
    ["mobile.app.record.detail.show", { appId: "number", recordId: "number" }, "五"],
  ]);
  await page.context().close();
});

it.each([
  ["portal.show", "/k/", false],
  ["mobile.portal.show", "/k/m/", true],
] as const)("the domain's script hears %s and finds the place above the portal", async (type, path, onPhone) => {
  const page = await platform.open(path, { ...admin, onPhone });
  await expect.poll(() => page.evaluate("globalThis.portal")).toEqual([{ type }]);
  const kintone = onPhone ? "kintone.mobile" : "kintone";
  expect(await page.evaluate(`${kintone}.portal.getContentSpaceElement() instanceof HTMLElement`)).toBe(true);
  await page.context().close();
});

describe("every function of the catalogue", () => {
  const pages = [
    ["list", "/k/1/", "desktop", "app.record.index.show"],
    ["detail", "/k/1/show#record=2", "desktop", "app.record.detail.show"],
    ["edit", "/k/1/show#record=2&mode=edit", "desktop", "app.record.edit.show"],
    ["create", "/k/1/edit", "desktop", "app.record.create.show"],
    ["print", "/k/1/print?record=2", "desktop", "app.record.print.show"],
    ["portal", "/k/", "desktop", null],
    ["list", "/k/m/1/", "mobile", "mobile.app.record.index.show"],
    ["detail", "/k/m/1/show?record=2", "mobile", "mobile.app.record.detail.show"],
    ["create", "/k/m/1/edit", "mobile", "mobile.app.record.create.show"],
    ["portal", "/k/m/", "mobile", null],
  ] as const;

  it.each(pages)("answers on %s (%s), and is refused by its name where it is not for use", async (...one) => {
    const [kind, path, side, shown] = one;
    const page = await platform.open(path, { ...admin, onPhone: side === "mobile" });
    await (shown === null ? page.waitForFunction("globalThis.portal?.length > 0") : heardUntil(page, shown));
    const called = await callFunctions(page, { side, kind, isApp: kind !== "portal" });
    expect(called.length).toBeGreaterThan(80);
    expect(called.filter(({ isFor, outcome }) => isFor && outcome.startsWith("refused"))).toEqual([]);
    const refused = called.filter(({ outcome }) => outcome.startsWith("refused"));
    expect(refused.filter(({ name, outcome }) => !outcome.startsWith(`refused: ${name}: `))).toEqual([]);
    await page.context().close();
  });

  it("changes what it says it changes", async () => {
    const page = await platform.open("/k/1/", admin);
    const add = page.locator(".gaia-argoui-app-menu-add");
    await add.waitFor();
    await page.evaluate(`kintone.app.showAddRecordButton("HIDDEN")`);
    await add.waitFor({ state: "hidden" });
    await page.waitForSelector("[data-kp-record='2']");
    await page.evaluate(`kintone.app.setRecordListStyle({ body: [
      { recordId: "2", style: [{ column: "件名", background: { backgroundColor: "#ff0000" } }] } ] })`);
    const cell = `getComputedStyle(kintone.app.getFieldElements("件名")[1]).backgroundColor`;
    await expect.poll(() => page.evaluate(cell)).toBe("rgb(255, 0, 0)");
    await page.goto("/k/1/show#record=2");
    await heardUntil(page, "app.record.detail.show");
    await page.evaluate(`kintone.app.record.setFieldStyle("件名", { content: { color: "#0000ff" } })`);
    await expect
      .poll(() => page.evaluate(`kintone.app.record.getFieldStyle("件名")`))
      .toMatchObject({ content: { color: "#0000ff", fontWeight: "normal" } });
    await page.evaluate(`kintone.app.record.showSideBar("CLOSED")`);
    await expect.poll(() => page.evaluate("kintone.app.record.getSideBarDisplayState()")).toBe("CLOSED");
    await page.context().close();
  });
});

describe("plugins", () => {
  it.each([
    ["/k/1/", false],
    ["/k/m/1/", true],
  ] as const)(
    "of %s run after the domain's and the app's scripts, the newest first, each file with its own id, also later",
    async (path, onPhone) => {
      const page = await platform.open(path, { ...admin, onPhone });
      await page.waitForFunction("globalThis.late?.length === 4");
      const order: [string, string][] = await page.evaluate("globalThis.order");
      expect(order.map(([name]) => name)).toEqual(["domain", "app", "newer a", "newer b", "older a", "older b"]);
      expect(order[2]?.[1]).toBe(pluginId);
      expect(order[4]?.[1]).not.toBe(pluginId);
      const late: [string, string, object][] = await page.evaluate("globalThis.late");
      expect(late.map(([name, id]) => [name, id])).toEqual(order.slice(2));
      expect(
        await page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue("--own-plugin").trim()`),
      ).toBe("1");
      await page.context().close();
    },
  );

  it("find their settings page's markup, keep what it saves, and their keys out of users' pages", async () => {
    const heard: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      heard.push(request.headers["x-key"]?.toString());
      response.end("ok");
    });
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", resolve);
    });
    const address = other.address();
    const url = `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}/`;
    const page = await platform.open(`/k/admin/app/1/plugin/config?pluginId=${pluginId}`, admin);
    await page.locator("#settings").getByText(pluginId, { exact: true }).waitFor();
    await page.evaluate(
      `new Promise((done) => kintone.plugin.app.setProxyConfig("${url}", "GET", { "X-Key": "secret" }, {}, done))`,
    );
    await page.evaluate(`kintone.plugin.app.setConfig({ colour: "red" })`);
    await page.waitForURL((to) => to.pathname === "/k/admin/app/1/plugin/");
    await page.getByRole("button", { name: "アプリを更新" }).click();
    await page.getByText("アプリを更新しました").waitFor();
    await page.goto("/k/1/");
    expect(await page.evaluate(`kintone.plugin.app.getConfig("${pluginId}")`)).toEqual({ colour: "red" });
    expect(await page.content()).not.toContain("secret");
    const answer: unknown = await page.evaluate(
      `kintone.plugin.app.proxy("${pluginId}", "${url}a", "GET", { "X-Key": "page" }, {})`,
    );
    expect(answer).toMatchObject(["ok", 200, {}]);
    expect(heard).toEqual(["secret"]);
    await page.context().close();
    await new Promise((resolve) => {
      other.close(resolve);
    });
  });
});
