// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { buildField, buildTable } from "../record/testing-fields.ts";
import { setPartState } from "./display-state.ts";
import { pageState } from "./page-state.ts";
import { createTableRowButtons } from "./table-row-buttons.ts";
import { testBootstrap } from "./testing-bootstrap.ts";

const fields = [buildTable("rows", [buildField("cell", "NUMBER")]), buildField("price", "NUMBER")];
const hidden = (): string => document.querySelector("#kp-display-state")?.textContent ?? "";

afterEach(() => {
  for (const part of ["AddTableRowButtons", "DeleteTableRowButtons", "TableRowActions"]) {
    setPartState(`${part}:rows`, "VISIBLE");
  }
  pageState.bootstrap = null;
  vi.restoreAllMocks();
});

describe("the buttons of a table's rows", () => {
  const desktop = createTableRowButtons("desktop");

  it("are hidden by kind, and with both kinds the column that they stand in", async () => {
    pageState.bootstrap = testBootstrap("APP_CREATE", fields);
    expect(await desktop.getAddTableRowButtonsDisplayState("rows")).toBe("VISIBLE");
    await desktop.showAddTableRowButtons("rows", "HIDDEN");
    expect(await desktop.getAddTableRowButtonsDisplayState("rows")).toBe("HIDDEN");
    expect(await desktop.getDeleteTableRowButtonsDisplayState("rows")).toBe("VISIBLE");
    expect(hidden()).toBe('[data-kp-part="AddTableRowButtons:rows"]{display:none!important}');
    await desktop.showDeleteTableRowButtons("rows", "HIDDEN");
    expect(hidden()).toContain('[data-kp-part="TableRowActions:rows"]');
    await desktop.showAddTableRowButtons("rows", "VISIBLE");
    expect(hidden()).toBe('[data-kp-part="DeleteTableRowButtons:rows"]{display:none!important}');
  });

  it("are for forms of their own side, for tables and for two words only", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    pageState.bootstrap = testBootstrap("APP_DETAIL", fields);
    await expect(desktop.showAddTableRowButtons("rows", "HIDDEN")).rejects.toThrow("create, edit");
    pageState.bootstrap = testBootstrap("APP_CREATE_MOBILE", fields);
    await expect(desktop.getAddTableRowButtonsDisplayState("rows")).rejects.toThrow("kintone.app.record");
    const { getAddTableRowButtonsDisplayState, showDeleteTableRowButtons } = createTableRowButtons("mobile");
    await expect(getAddTableRowButtonsDisplayState("price")).rejects.toThrow("「price」");
    await expect(showDeleteTableRowButtons("rows", "OPEN")).rejects.toThrow("VISIBLE, HIDDEN");
    expect(log).toHaveBeenCalledTimes(4);
  });
});
