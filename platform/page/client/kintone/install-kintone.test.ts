// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { buildField, buildTable } from "../record/testing-fields.ts";
import { api } from "./api.ts";
import { appInformation } from "./app-information.ts";
import { recordInformation } from "./record-information.ts";
import { buildSchemaData } from "./cybozu-data.ts";
import { installKintone } from "./install-kintone.ts";
import { pageState, type RecordState } from "./page-state.ts";
import { buildPageUrl } from "./page-url.ts";
import { pluginFunctions } from "./plugin-functions.ts";
import { proxy } from "./proxy-functions.ts";
import { createAppFunctions } from "./app-functions.ts";
import { createRecordFunctions } from "./record-functions.ts";
import { testBootstrap } from "./testing-bootstrap.ts";

/** The JSON body of a request. */
function readBody(init: RequestInit | undefined): unknown {
  return typeof init?.body === "string" ? JSON.parse(init.body) : null;
}

afterEach(() => {
  pageState.bootstrap = null;
  pageState.record = null;
  pageState.list = null;
  pageState.elements.clear();
  vi.unstubAllGlobals();
});

const shownRecord: RecordState = {
  id: 5,
  mode: "detail",
  get: () => ({ a: { type: "NUMBER", value: "1" } }),
  set: () => {},
  fieldElement: () => null,
  knows: (code) => code === "a",
  setFieldShown: () => {},
  isFieldShown: () => true,
  setGroupOpen: () => {},
  isGroupOpen: () => true,
  setFieldStyle: () => {},
  fieldStyle: () => undefined,
};

describe("ids of app and record", () => {
  it("are null on the other side's pages", () => {
    installKintone(testBootstrap("APP_DETAIL"));
    expect([createAppFunctions("desktop").getId(), createAppFunctions("mobile").getId()]).toEqual([2, null]);
    installKintone(testBootstrap("APP_DETAIL_MOBILE"));
    expect([createAppFunctions("desktop").getId(), createAppFunctions("mobile").getId()]).toEqual([null, 2]);
  });

  it("reach the record that the page shows", () => {
    installKintone(testBootstrap("APP_DETAIL"));
    expect(createRecordFunctions("desktop").getId()).toBeNull();
    const element = document.createElement("div");
    pageState.elements.set("space:here", element);
    pageState.record = shownRecord;
    const record = createRecordFunctions("desktop");
    expect(record.getId()).toBe(5);
    expect(record.get()).toEqual({ record: { a: { type: "NUMBER", value: "1" } } });
    expect(record.getSpaceElement("here")).toBe(element);
    expect(createRecordFunctions("mobile").get()).toBeNull();
  });
});

it("isFieldVisible refuses a field that the form has not, or not for the reader", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const bootstrap = testBootstrap("APP_DETAIL", [buildField("a", "NUMBER")]);
  const line = { type: "HR", elementId: "line" };
  const { app } = bootstrap;
  installKintone({
    ...bootstrap,
    app: app && { ...app, settings: { ...app.settings, layout: [{ type: "ROW", fields: [line] }] } },
  });
  pageState.record = shownRecord;
  const { isFieldVisible } = createRecordFunctions("desktop");
  expect(await Promise.all([isFieldVisible("a"), isFieldVisible("line")])).toEqual([true, true]);
  installKintone({
    ...testBootstrap("APP_DETAIL_MOBILE", [buildField("a", "NUMBER")]),
    app: app && { ...app, settings: { ...app.settings, layout: [{ type: "ROW", fields: [line] }] } },
  });
  pageState.record = shownRecord;
  await expect(createRecordFunctions("mobile").isFieldVisible("line")).rejects.toThrow("kintone.mobile.app.record");
  installKintone(bootstrap);
  pageState.record = shownRecord;
  await expect(isFieldVisible("salary")).rejects.toThrow("kintone.app.record.isFieldVisible");
  await expect(isFieldVisible("")).rejects.toThrow("kintone.app.record.isFieldVisible");
});

it("getQuery and getQueryCondition tell the condition of a graph", () => {
  installKintone(testBootstrap("APP_REPORT"));
  pageState.reportCondition = "price > 5";
  const { getQuery, getQueryCondition } = createAppFunctions("desktop");
  expect([getQuery(), getQueryCondition()]).toEqual(["price > 5", "price > 5"]);
  expect(createAppFunctions("mobile").getQuery()).toBeNull();
  pageState.reportCondition = null;
  expect(getQuery()).toBeNull();
});

describe("functions that both sides share", () => {
  it("answer on phones too, and only on the pages they are for", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    installKintone(testBootstrap("APP_INDEX_MOBILE", [buildField("price", "NUMBER")]));
    expect(Object.keys(await appInformation.getFormFields())).toEqual(["price"]);
    expect(await appInformation.getPermissions()).toEqual({ addRecord: true, editApp: false });
    await expect(recordInformation.getActions()).rejects.toThrow("kintone.app.record.getActions");
    installKintone(testBootstrap("PORTAL_TOP"));
    await expect(appInformation.getFormFields()).rejects.toThrow("kintone.app.getFormFields");
  });
});

it("api.url names the guest space only on its pages and only when asked", () => {
  const origin = globalThis.location.href;
  globalThis.history.replaceState(null, "", "/k/guest/3/7/");
  expect(api.url("/k/v1/records", true)).toBe(`${location.origin}/k/guest/3/v1/records.json`);
  expect(api.url("/k/v1/records")).toBe(`${location.origin}/k/v1/records.json`);
  expect(api.urlForGet("/k/v1/records", { app: 4, fields: ["a"] }, true)).toBe(
    `${location.origin}/k/guest/3/v1/records.json?app=4&fields[0]=a`,
  );
  globalThis.history.replaceState(null, "", origin);
});

describe("kintone.plugin.app", () => {
  it("gives a plugin its settings, {} when there are none, null where there are no plugins", () => {
    installKintone(testBootstrap("APP_INDEX"));
    expect(pluginFunctions.getConfig("plug")).toEqual({ key: "value" });
    expect(pluginFunctions.getConfig("other")).toEqual({});
    installKintone(testBootstrap("PORTAL_TOP"));
    expect(pluginFunctions.getConfig("plug")).toBeNull();
  });

  it("saves settings on the settings page only, as text only, and calls back", async () => {
    const bodies: unknown[] = [];
    vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
      bodies.push(readBody(init));
      return new Response("{}");
    });
    installKintone(testBootstrap("APP_INDEX"));
    expect(() => pluginFunctions.setConfig({ a: "1" })).toThrow("設定画面");
    installKintone(testBootstrap("APP_SETTINGS_PLUGIN_SETTINGS"));
    expect(() => pluginFunctions.setConfig({ a: 1 })).toThrow("文字列");
    await new Promise<void>((resolve) => {
      pluginFunctions.setConfig({ a: "1" }, resolve);
    });
    expect(bodies).toEqual([{ app: "2", id: "plug", config: { a: "1" }, __REQUEST_TOKEN__: "token" }]);
  });

  it("keeps what a settings page stored for a service, and takes it out again", async () => {
    const bodies: unknown[] = [];
    vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
      bodies.push(readBody(init));
      return new Response("{}");
    });
    installKintone(testBootstrap("APP_SETTINGS_PLUGIN_SETTINGS"));
    const { getProxyConfig, setProxyConfig } = pluginFunctions;
    const url = "https://example.jp/api";
    await new Promise<void>((resolve) => {
      setProxyConfig(url, "post", { Key: 1 }, { a: "b" }, resolve);
    });
    const proxyConfig = { url, method: "POST", headers: { Key: "1" }, data: { a: "b" } };
    expect(bodies).toEqual([{ app: "2", id: "plug", proxy: proxyConfig, __REQUEST_TOKEN__: "token" }]);
    expect(getProxyConfig(url, "POST")).toEqual({ headers: { Key: "1" }, data: { a: "b" } });
    expect(getProxyConfig(url, "GET")).toBeNull();
    expect(() => setProxyConfig(url, "POST", {}, { a: {} })).toThrow("kintone.plugin.app.setProxyConfig");
    setProxyConfig(url, "POST", {}, {}, () => {});
    expect(getProxyConfig(url, "POST")).toBeNull();
  });

  it("hands over body, status and headers of a proxy call, and a refusal as text", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    installKintone(testBootstrap("APP_INDEX"));
    const sent: unknown[] = [];
    vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
      sent.push(readBody(init));
      return Response.json({ body: "ok", status: 418, headers: { a: "b" } });
    });
    expect(await proxy("http://localhost/x", "GET", { h: 1 }, {})).toEqual(["ok", 418, { a: "b" }]);
    const heard = await new Promise<unknown[]>((resolve) => {
      const accept = (...given: unknown[]): void => resolve(given);
      expect(pluginFunctions.proxy("plug", "http://localhost/x", "POST", {}, "t", accept)).toBeUndefined();
    });
    expect(heard).toEqual(["ok", 418, { a: "b" }]);
    expect(sent).toMatchObject([{ headers: { h: "1" } }, { plugin: { app: 2, id: "plug" }, data: "t" }]);
    vi.stubGlobal("fetch", async () => Response.json({ message: "no" }, { status: 400 }));
    await expect(proxy("https://example.jp", "GET", {}, {})).rejects.toBe('{"message":"no"}');
  });
});

it("buildPageUrl writes the addresses of both sides", async () => {
  const app = { appId: 2, recordId: 5, viewId: 31 };
  const paths = await Promise.all(
    ["APP_INDEX", "APP_DETAIL", "APP_EDIT", "APP_CREATE", "APP_DETAIL_MOBILE", "APP_EDIT_MOBILE"].map(async (page) =>
      (await buildPageUrl(page, app)).replace(location.origin, ""),
    ),
  );
  expect(paths).toEqual([
    "/k/2/?view=31",
    "/k/2/show#record=5",
    "/k/2/show#record=5&mode=edit",
    "/k/2/edit",
    "/k/m/2/show?record=5",
    "/k/m/2/edit?record=5",
  ]);
  await expect(buildPageUrl("PEOPLE_TOP", {})).rejects.toThrow("PEOPLE_TOP");
});

it("cybozu.data names the fields by their ids", () => {
  const price = buildField("price", "NUMBER");
  const rows = buildTable("rows", [price]);
  const title = buildField("title", "SINGLE_LINE_TEXT");
  const data = buildSchemaData([title, rows], "8");
  expect(data.table.fieldList[String(title.id)]).toMatchObject({ var: "title", type: "SINGLE_LINE_TEXT" });
  expect(data.subTable[String(rows.id)]).toMatchObject({ var: "rows", type: "TABLE" });
  expect(data.subTable[String(rows.id)]?.fieldList[String(price.id)]).toMatchObject({ var: "price" });
});
