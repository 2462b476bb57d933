import { describe, expect, it } from "vitest";
import { testBootstrap } from "../kintone/testing-bootstrap.ts";
import { buildAddPayload, buildUpdatePayload } from "./build-payload.ts";
import { appForRecord, rightsOf } from "./record-rights.ts";
import type { FormRecord } from "./form-record.ts";
import type { StoredField } from "../../../store/app-settings.ts";

const text = (id: number, code: string, more: Partial<StoredField> = {}): StoredField => ({
  id,
  code,
  type: "SINGLE_LINE_TEXT",
  property: { label: code },
  ...more,
});

const record: FormRecord = {
  id: "1",
  revision: "1",
  values: { 名: "新", メモ: "新", 表: [{ key: "r", id: "5", values: { 品: "椅子", 原価: "9" } }] },
  lookups: {},
};

describe("the app for one record", () => {
  const app = testBootstrap("APP_DETAIL").app;
  if (app === null) {
    throw new Error("the page has no app");
  }
  const own = {
    ...app,
    settings: {
      ...app.settings,
      fields: [text(1, "名"), text(2, "メモ"), text(3, "給与")],
      layout: [{ type: "ROW" as const, fields: [{ type: "SINGLE_LINE_TEXT", code: "給与" }] }],
    },
  };
  const rights = { editable: false, deletable: true, hidden: new Set(["給与"]), locked: new Set(["メモ"]) };

  it("has not the fields that are hidden in it and marks those that may only be read", () => {
    const { settings, permissions } = appForRecord(own, rights);
    expect(settings.fields.map(({ code, locked }) => [code, locked])).toEqual([
      ["名", undefined],
      ["メモ", true],
    ]);
    expect(settings.layout).toEqual([]);
    expect(permissions).toMatchObject({ editRecord: false, deleteRecord: true });
  });

  it("has the app's rights when the record has none of its own", () => {
    expect(rightsOf(own, new Map([["1", rights]]), "1")).toBe(rights);
    expect(rightsOf(own, new Map([["1", rights]]), "2")).toMatchObject({ editable: true, deletable: true });
  });
});

describe("what a form sends", () => {
  const inner = [text(4, "品"), text(5, "原価", { locked: true })];
  const table: StoredField = { id: 6, code: "表", type: "SUBTABLE", property: { label: "表" }, fields: inner };
  const fields = [text(1, "名"), text(2, "メモ", { locked: true }), table];
  const before = { ...record, values: { 名: "旧", メモ: "旧", 表: [] } };

  it("leaves out what the reader may not edit, in tables too", () => {
    const rows = { value: [{ id: "5", value: { 品: { value: "椅子" } } }] };
    expect(buildUpdatePayload(fields, before, record)).toEqual({ 名: { value: "新" }, 表: rows });
    expect(Object.keys(buildAddPayload(fields, record))).toEqual(["名", "表"]);
  });

  it("leaves out a locked table", () => {
    expect(buildUpdatePayload([{ ...table, locked: true }], before, record)).toEqual({});
  });
});
