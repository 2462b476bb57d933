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
  for (const part of ["AddRecordButton", "ViewSelectorItems:31", 'ActionButton:"承認"']) {
    setPartState(part, "VISIBLE");
  }
  document.body.replaceChildren();
  pageState.bootstrap = null;
  vi.restoreAllMocks();
});

describe("display states", () => {
  it("are kept and hide what carries the name, whatever is in it", async () => {
    pageState.bootstrap = testBootstrap("APP_INDEX");
    expect(await app["getAddRecordButtonDisplayState"]?.()).toBe("VISIBLE");
    await app["showAddRecordButton"]?.("HIDDEN");
    await app["showActionButton"]?.('"承認"', "HIDDEN");
    expect(await app["getAddRecordButtonDisplayState"]?.()).toBe("HIDDEN");
    expect(await app["getActionButtonDisplayState"]?.('"承認"')).toBe("HIDDEN");
    expect(document.querySelector("#kp-display-state")?.textContent).toBe(
      String.raw`[data-kp-part="AddRecordButton"],[data-kp-part="ActionButton:\"承認\""]{display:none!important}`,
    );
  });

  it("of choices are told for what is on the page and what was set", async () => {
    pageState.bootstrap = testBootstrap("APP_INDEX");
    document.body.innerHTML = '<select><option data-kp-part="ViewSelectorItems:20"></option></select>';
    await app["showViewSelectorItems"]?.({ 31: "HIDDEN" });
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
