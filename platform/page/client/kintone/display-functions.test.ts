// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { buildField } from "../record/testing-fields.ts";
import { createDisplayFunctions } from "./display-functions.ts";
import { partState, setPartState } from "./display-state.ts";
import { createListStyleFunctions } from "./list-style.ts";
import { pageState } from "./page-state.ts";
import { testBootstrap } from "./testing-bootstrap.ts";

const app = createDisplayFunctions({
  side: "desktop",
  path: "kintone.app",
  parts: ["AddRecordButton"],
  items: ["ViewSelectorItems"],
  named: ["ActionButton"],
});

afterEach(() => {
  for (const part of ["AddRecordButton", "ViewSelectorItems:31", "ViewSelectorItems:40", 'ActionButton:"承認"']) {
    setPartState(part, "VISIBLE");
  }
  document.body.replaceChildren();
  pageState.bootstrap = null;
  vi.restoreAllMocks();
});

describe("display states", () => {
  it("are kept and hide what carries the name, whatever is in it", async () => {
    pageState.bootstrap = testBootstrap("APP_INDEX");
    document.body.innerHTML = `<a data-kp-part="AddRecordButton"></a><a data-kp-part='ActionButton:"承認"'></a>`;
    expect(await app["getAddRecordButtonDisplayState"]?.()).toBe("VISIBLE");
    expect(await app["getActionButtonDisplayState"]?.('"承認"')).toBe("VISIBLE");
    await app["showAddRecordButton"]?.("HIDDEN");
    await app["showActionButton"]?.('"承認"', "HIDDEN");
    expect(await app["getAddRecordButtonDisplayState"]?.()).toBe("HIDDEN");
    expect(await app["getActionButtonDisplayState"]?.('"承認"')).toBe("HIDDEN");
    expect(document.querySelector("#kp-display-state")?.textContent).toBe(
      String.raw`[data-kp-part="AddRecordButton"],[data-kp-part="ActionButton:\"承認\""]{display:none!important}`,
    );
  });

  it("of a part that the reader does not have is hidden, also when a customization would show it", async () => {
    pageState.bootstrap = testBootstrap("APP_INDEX");
    await app["showAddRecordButton"]?.("VISIBLE");
    await app["showActionButton"]?.("承認", "VISIBLE");
    expect(await app["getAddRecordButtonDisplayState"]?.()).toBe("HIDDEN");
    expect(await app["getActionButtonDisplayState"]?.("承認")).toBe("HIDDEN");
  });

  it("of buttons that the server decides on are told when it has", async () => {
    pageState.bootstrap = testBootstrap("APP_DETAIL");
    document.body.innerHTML = '<span data-kp-awaits="ActionButton"></span>';
    const asked = app["getActionButtonDisplayState"]?.("承認");
    const other = await app["getAddRecordButtonDisplayState"]?.();
    document.body.innerHTML = '<a data-kp-part="ActionButton:承認"></a>';
    expect([await asked, other]).toEqual(["VISIBLE", "HIDDEN"]);
  });

  it("of a page that is not drawn yet are told when it is", async () => {
    pageState.bootstrap = testBootstrap("APP_INDEX");
    document.body.innerHTML = '<div id="kp-root"></div>';
    const asked = app["getAddRecordButtonDisplayState"]?.();
    document.querySelector("#kp-root")?.append(document.createElement("p"));
    document.querySelector("p")?.setAttribute("data-kp-part", "AddRecordButton");
    expect(await asked).toBe("VISIBLE");
  });

  it("of an action are refused when several have the name", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const bootstrap = testBootstrap("APP_DETAIL");
    const actions = ["承認", "承認", "戻す"].map((name, index) => ({
      id: String(index),
      name,
      index: String(index),
      destApp: "3",
      mappings: [],
      entities: [],
      filterCond: "",
    }));
    pageState.bootstrap = {
      ...bootstrap,
      app: bootstrap.app && { ...bootstrap.app, settings: { ...bootstrap.app.settings, actions } },
    };
    await expect(app["getActionButtonDisplayState"]?.("承認")).rejects.toThrow("「承認」");
    await expect(app["showActionButton"]?.("承認", "HIDDEN")).rejects.toThrow("kintone.app.showActionButton");
    expect(await app["getActionButtonDisplayState"]?.("戻す")).toBe("HIDDEN");
    expect(log).toHaveBeenCalledTimes(2);
  });

  it("of choices are told for what is on the page", async () => {
    pageState.bootstrap = testBootstrap("APP_INDEX");
    document.body.innerHTML = [20, 31].map((id) => `<option data-kp-part="ViewSelectorItems:${id}">`).join("");
    await app["showViewSelectorItems"]?.({ 31: "HIDDEN", 40: "HIDDEN" });
    expect(await app["getViewSelectorItemsDisplayState"]?.()).toEqual({ 20: "VISIBLE", 31: "HIDDEN" });
  });

  it("refuse other words and the other side's pages by the function's name, in the console too", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    pageState.bootstrap = testBootstrap("APP_INDEX");
    await expect(app["showAddRecordButton"]?.("OPEN")).rejects.toThrow("kintone.app.showAddRecordButton");
    pageState.bootstrap = testBootstrap("APP_INDEX_MOBILE");
    await expect(app["showAddRecordButton"]?.("HIDDEN")).rejects.toThrow("kintone.app.showAddRecordButton");
    expect(log).toHaveBeenCalledTimes(2);
    expect(partState("AddRecordButton")).toBe("VISIBLE");
  });
});

describe("kintone.app.setRecordListStyle", () => {
  const { setRecordListStyle, getRecordListStyle } = createListStyleFunctions("desktop");

  it("colours cells by record and field, keeps what it was not told to change, and goes back", async () => {
    const price = buildField("price", "NUMBER");
    pageState.bootstrap = testBootstrap("APP_INDEX", [price]);
    const red = { column: "price", background: { backgroundColor: "#ff0000" } };
    await setRecordListStyle({ header: [red], body: [{ recordId: "5", style: [red] }] });
    await setRecordListStyle({
      body: [{ recordId: "5", style: [{ column: "price", content: { fontWeight: "bold" } }] }],
    });
    const both = { ...red, columnType: "FIELD", content: { fontWeight: "bold" } };
    expect(await getRecordListStyle()).toEqual({
      header: [{ ...red, columnType: "FIELD" }],
      body: [{ recordId: "5", style: [both] }],
    });
    const css = document.querySelector("#kp-list-style")?.textContent ?? "";
    expect(css).toContain(`[data-kp-list-head] .label-${price.id}{background-color:#ff0000!important}`);
    expect(css).toContain(`[data-kp-record="5"] .value-${price.id}{background-color:#ff0000!important}`);
    await setRecordListStyle("DEFAULT");
    expect(await getRecordListStyle()).toEqual({ header: [], body: [] });
    expect(document.querySelector("#kp-list-style")?.textContent).toBe("");
  });

  it("lets no text of a style into the sheet that is none of CSS's values", async () => {
    pageState.bootstrap = testBootstrap("APP_INDEX", [buildField("price", "NUMBER")]);
    await setRecordListStyle({
      header: [{ column: "price", background: { backgroundColor: "red}body{display:none" } }],
    });
    expect(document.querySelector("#kp-list-style")?.textContent).toBe("");
    await setRecordListStyle("DEFAULT");
  });
});
