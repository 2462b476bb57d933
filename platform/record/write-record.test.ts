import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../store/store.ts";
import { insertRecord } from "./insert-record.ts";
import { refusalOf } from "./testing/refusal-of.ts";
import { createTestApp, createTestScope, createTestStore, testNow } from "./testing/test-app.ts";
import type { TestField } from "./testing/test-app.ts";
import { toRestRecord } from "./to-rest-record.ts";
import { removeRecord, updateRecord } from "./update-record.ts";
import type { LiveApp } from "./write-scope.ts";

const options = { options: { 甲: { label: "甲", index: "0" }, 乙: { label: "乙", index: "1" } } };

let store: Store;

beforeEach(() => {
  store = createTestStore();
});

function app(...fields: readonly TestField[]): LiveApp {
  return createTestApp(store, fields);
}

function add(target: LiveApp, sent: Record<string, unknown>, login = "admin") {
  return store.transaction(() => insertRecord(createTestScope(store, target, login), sent, "record"));
}

function change(target: LiveApp, id: number, sent: Record<string, unknown>, login = "admin") {
  const base = store.records.find(target.id, id);
  if (!base) {
    throw new Error("no such record");
  }
  return store.transaction(() => updateRecord(createTestScope(store, target, login), base, sent, "record"));
}

function read(target: LiveApp, id = 1): Record<string, unknown> {
  const record = store.records.find(target.id, id);
  const rest = record ? toRestRecord(store, target.settings, record) : {};
  return Object.fromEntries(Object.entries(rest).map(([code, { value }]) => [code, value]));
}

function rows(target: LiveApp, id = 1): unknown {
  return read(target, id)["表"];
}

function newRow(name: string): unknown {
  return { value: { 品: { value: name }, 個: { value: "5" } } };
}

function twoApps(): { readonly source: LiveApp; readonly target: LiveApp } {
  const source = app(
    { code: "課番号", type: "SINGLE_LINE_TEXT", property: { unique: true } },
    { code: "課名", type: "SINGLE_LINE_TEXT" },
  );
  const lookup = {
    relatedApp: { app: String(source.id), code: "" },
    relatedKeyField: "課番号",
    fieldMappings: [{ field: "担当課", relatedField: "課名" }],
  };
  const fields = [
    { code: "課", type: "SINGLE_LINE_TEXT", property: { lookup } },
    { code: "担当課", type: "SINGLE_LINE_TEXT" },
  ];
  const inner = [
    { code: "行課", type: "SINGLE_LINE_TEXT", property: { lookup: innerLookup(lookup) } },
    { code: "行課名", type: "SINGLE_LINE_TEXT" },
  ];
  const target = app(...fields, { code: "表", type: "SUBTABLE", fields: inner });
  add(source, { 課番号: { value: "01" }, 課名: { value: "総務課" } });
  add(source, { 課番号: { value: "02" }, 課名: { value: "税務課" } });
  return { source, target };
}

function innerLookup(lookup: Record<string, unknown>): Record<string, unknown> {
  return { ...lookup, fieldMappings: [{ field: "行課名", relatedField: "課名" }] };
}

function upload(name: string): string {
  const file = { name, contentType: "text/plain", bytes: new TextEncoder().encode(name), uploader: "admin" };
  return store.files.upload(file, testNow);
}

function keys(target: LiveApp, id: number): readonly string[] {
  const files = read(target, id)["FILE"];
  return Array.isArray(files) ? files.map(({ fileKey }: { fileKey: string }) => fileKey) : [];
}

describe("values of a record", () => {
  it("answers every field of the form with its type and empty value", () => {
    const target = app(
      ...[
        "SINGLE_LINE_TEXT",
        "NUMBER",
        "DATE",
        "TIME",
        "DATETIME",
        "CHECK_BOX",
        "DROP_DOWN",
        "FILE",
        "USER_SELECT",
      ].map((type) => ({ code: type, type })),
      { code: "表", type: "SUBTABLE", fields: [] },
      { code: "グループ", type: "GROUP" },
    );
    add(target, {});
    expect(read(target)).toMatchObject({
      SINGLE_LINE_TEXT: "",
      NUMBER: "",
      DATE: null,
      TIME: null,
      DATETIME: "",
      CHECK_BOX: [],
      DROP_DOWN: null,
      FILE: [],
      USER_SELECT: [],
      表: [],
      $id: "1",
      $revision: "1",
      レコード番号: "1",
      作成者: { code: "admin", name: "Administrator" },
      作成日時: "2026-04-01T00:30:00Z",
    });
    expect(Object.keys(read(target))).not.toContain("グループ");
    expect(Object.keys(read(target))).not.toContain("ステータス");
  });

  it.each<[string, Record<string, unknown> | undefined, unknown, unknown]>([
    ["NUMBER", undefined, "1.5e1", "15"],
    ["NUMBER", undefined, 42, "42"],
    ["NUMBER", undefined, "12345678901234567.5", "12345678901234570"],
    ["DATE", undefined, "2026-4-1", "2026-04-01"],
    ["TIME", undefined, "9:05", "09:05"],
    ["DATETIME", undefined, "2026-04-01T09:30:59+09:00", "2026-04-01T00:30:00Z"],
    ["DATETIME", undefined, "2026-04-01T09:30:00.123+0900", "2026-04-01T00:30:00Z"],
    ["DROP_DOWN", options, null, null],
    ["CHECK_BOX", options, ["乙", "甲", "乙"], ["乙", "甲"]],
    ["USER_SELECT", undefined, [{ code: "tantou", name: "x" }], [{ code: "tantou", name: "担当者" }]],
    ["SINGLE_LINE_TEXT", undefined, 5, "5"],
    ["LINK", { protocol: "WEB" }, "https://example.jp/", "https://example.jp/"],
  ])("stores %s (%j) %j as %j", (type, property, sent, stored) => {
    const target = app({ code: "欄", type, ...(property && { property }) });
    add(target, { 欄: { value: sent } });
    expect(read(target)["欄"]).toEqual(stored);
  });

  it("fills only missing keys with defaults", () => {
    const target = app(
      { code: "文字", type: "SINGLE_LINE_TEXT", property: { defaultValue: "初期" } },
      { code: "日", type: "DATE", property: { defaultNowValue: true } },
      { code: "時", type: "TIME", property: { defaultNowValue: true } },
      { code: "選択", type: "CHECK_BOX", property: { ...options, defaultValue: ["甲"] } },
      { code: "人", type: "USER_SELECT", property: { defaultValue: [{ type: "FUNCTION", code: "LOGINUSER()" }] } },
    );
    add(target, {});
    add(target, { 文字: { value: "" }, 日: { value: null }, 選択: { value: [] }, 人: { value: [] } });
    expect(read(target, 1)).toMatchObject({ 文字: "初期", 日: "2026-04-01", 時: "09:30", 選択: ["甲"] });
    expect(read(target, 1)["人"]).toEqual([{ code: "admin", name: "Administrator" }]);
    expect(read(target, 2)).toMatchObject({ 文字: "", 日: null, 選択: [], 人: [] });
  });

  it("ignores unknown codes, computed fields and extra keys", () => {
    const target = app({ code: "文字", type: "SINGLE_LINE_TEXT" }, { code: "計算", type: "CALC" });
    const sent = { 文字: { value: "a", disabled: true, type: "NUMBER" }, 無い: { value: "x" }, 計算: { value: "5" } };
    add(target, { ...sent, $id: { value: "9" } });
    expect(read(target)).toMatchObject({ 文字: "a", 計算: "", $id: "1" });
  });
});

describe("fields with the names of inherited properties", () => {
  it("are read only when they were sent", () => {
    const target = app(
      { code: "constructor", type: "SINGLE_LINE_TEXT" },
      { code: "表", type: "SUBTABLE", fields: [{ code: "toString", type: "SINGLE_LINE_TEXT" }] },
    );
    add(target, { 表: { value: [{ value: {} }] } });
    add(target, { constructor: { value: "a" } });
    expect(read(target, 1)).toMatchObject({ constructor: "", 表: [{ value: { toString: { value: "" } } }] });
    expect(read(target, 2)).toMatchObject({ constructor: "a" });
  });
});

describe("refusals of a write", () => {
  const required = { required: true };

  it("reports all fields together, each under its own key, in both languages", () => {
    const target = app(
      { code: "文字", type: "SINGLE_LINE_TEXT", property: required },
      { code: "選択", type: "CHECK_BOX", property: { ...options, ...required } },
      { code: "人", type: "USER_SELECT", property: required },
      { code: "区分", type: "DROP_DOWN", property: options },
      { code: "複数", type: "MULTI_SELECT", property: options },
      { code: "短い", type: "SINGLE_LINE_TEXT", property: { maxLength: "3" } },
      { code: "長い", type: "SINGLE_LINE_TEXT", property: { minLength: "3" } },
      { code: "数", type: "NUMBER", property: { maxValue: "10", ...required } },
      { code: "小", type: "NUMBER", property: { minValue: "5" } },
      { code: "ラジオ", type: "RADIO_BUTTON", property: { ...options, ...required } },
    );
    const sent = {
      区分: { value: "Z" },
      複数: { value: ["甲", "Z"] },
      短い: { value: "abcd" },
      数: { value: "1,000" },
      小: { value: "4" },
    };
    expect(refusalOf(() => add(target, sent))).toEqual({
      code: "CB_VA01",
      message: "入力内容が正しくありません。",
      errors: {
        "record.文字.value": { messages: ["必須です。"] },
        "record.選択.values": { messages: ["必須です。"] },
        "record.人.values.value": { messages: ["必須です。"] },
        "record.区分.value": { messages: ['"Z"は選択肢にありません。'] },
        "record.複数.values[1].value": { messages: ['"Z"は選択肢にありません。'] },
        "record.短い.value": { messages: ["4文字より短くなければなりません。"] },
        "record.長い.value": { messages: ["2文字より長くなければなりません。"] },
        "record[数].value": { messages: ["数字でなければなりません。"] },
        "record.数.value": { messages: ["必須です。"] },
        "record.小.value": { messages: ["5以上である必要があります。"] },
      },
    });
    expect(refusalOf(() => add(target, sent), "en")?.errors).toMatchObject({
      "record.文字.value": { messages: ["Required."] },
      "record.区分.value": { messages: ['The value, "Z", is not in options.'] },
      "record.短い.value": { messages: ["Enter less than 4 characters."] },
      "record[数].value": { messages: ["Only numbers are allowed."] },
    });
    expect(store.records.all(target.id).size).toBe(0);
  });

  it.each([
    ["レコード番号", "RECORD_ID"],
    ["ステータス", "STATUS"],
    ["作業者", "STATUS_ASSIGNEE"],
    ["更新日時", "MODIFIED_AT"],
  ])("refuses a value for %s with GAIA_UN10 naming %s", (code, type) => {
    const target = app();
    add(target, {});
    const body = refusalOf(() => change(target, 1, { [code]: { value: "1" } }));
    expect(body).toMatchObject({ code: "GAIA_UN10", message: `${type}型のフィールドに値を設定することはできません。` });
  });

  it.each<[string, unknown, string]>([
    ["SINGLE_LINE_TEXT", { value: { a: 1 } }, "CB_IJ01"],
    ["SINGLE_LINE_TEXT", "plain", "CB_IJ01"],
    ["CHECK_BOX", { value: "甲" }, "CB_IJ01"],
    ["USER_SELECT", { value: [{ code: "nobody" }] }, "GAIA_IL26"],
    ["GROUP_SELECT", { value: [{ code: "nobody" }] }, "GAIA_IL27"],
    ["ORGANIZATION_SELECT", { value: [{ code: "nobody" }] }, "GAIA_IL28"],
    ["FILE", { value: [{ fileKey: "nothing" }] }, "GAIA_BL01"],
    ["DATE", { value: "2026-02-30" }, "CB_VA01"],
    ["TIME", { value: "25:00" }, "CB_VA01"],
    ["DATETIME", { value: "2026-04-01 09:30" }, "CB_VA01"],
    ["LINK", { value: "javascript:alert(1)" }, "CB_VA01"],
    ["CATEGORY", { value: [] }, "GA_UO01"],
    ["REFERENCE_TABLE", { value: [] }, "CB_IJ01"],
  ])("refuses %s %j with %s", (type, sent, code) => {
    const target = app({ code: "欄", type, property: options });
    expect(refusalOf(() => add(target, { 欄: sent }))?.code).toBe(code);
  });

  it("checks required fields of the merged record, so that an old record must be completed", () => {
    const before = app({ code: "文字", type: "SINGLE_LINE_TEXT" }, { code: "題", type: "SINGLE_LINE_TEXT" });
    add(before, {});
    const fields = before.settings.fields.map((field) =>
      field.code === "題" ? { ...field, property: { ...field.property, required: true } } : field,
    );
    const after = { id: before.id, settings: { ...before.settings, fields } };
    expect(refusalOf(() => change(after, 1, { 文字: { value: "a" } }))?.errors).toEqual({
      "record.題.value": { messages: ["必須です。"] },
    });
    expect(change(after, 1, { 題: { value: "b" } }).revision).toBe(2);
  });

  it("lets only administrators bring their own creator and times", () => {
    const target = app();
    const sent = { 作成者: { value: { code: "tantou" } }, 作成日時: { value: "2020-01-01T00:00:00Z" } };
    add(target, sent);
    expect(read(target)).toMatchObject({ 作成者: { code: "tantou" }, 作成日時: "2020-01-01T00:00:00Z" });
    expect(refusalOf(() => add(target, sent, "tantou"))?.code).toBe("CB_NO02");
  });
});

describe("unique values", () => {
  const unique = { code: "番号", type: "NUMBER", property: { unique: true } };

  it("refuses a value of another record and takes the record's own", () => {
    const target = app(unique);
    add(target, { 番号: { value: "1" } });
    add(target, { 番号: { value: "" } });
    add(target, { 番号: { value: "" } });
    expect(refusalOf(() => add(target, { 番号: { value: "1.0" } }))?.errors).toEqual({
      "record.番号.value": { messages: ["値がほかのレコードと重複しています。"] },
    });
    expect(change(target, 1, { 番号: { value: "1" } }).revision).toBe(2);
    change(target, 1, { 番号: { value: "2" } });
    expect(add(target, { 番号: { value: "1" } }).id).toBe(4);
  });

  it("counts values that were stored before the field became unique", () => {
    const target = app({ ...unique, property: {} });
    add(target, { 番号: { value: "7" } });
    const fields = target.settings.fields.map((field) =>
      field.code === "番号" ? { ...field, property: { unique: true } } : field,
    );
    const after = { id: target.id, settings: { ...target.settings, fields } };
    expect(refusalOf(() => add(after, { 番号: { value: "7" } }))?.code).toBe("CB_VA01");
  });

  it("frees the value of a deleted record and never gives its id again", () => {
    const target = app(unique);
    const record = add(target, { 番号: { value: "7" } });
    store.transaction(() => removeRecord(createTestScope(store, target), record));
    expect(add(target, { 番号: { value: "7" } }).id).toBe(2);
  });
});

describe("tables", () => {
  const table: TestField = {
    code: "表",
    type: "SUBTABLE",
    fields: [
      { code: "品", type: "SINGLE_LINE_TEXT", property: { maxLength: "3" } },
      { code: "個", type: "NUMBER", property: { defaultValue: "1" } },
    ],
  };

  it("gives rows ids that are unique over all records and fills the defaults of missing fields", () => {
    const target = app(table);
    add(target, { 表: { value: [{ id: "99", value: { 品: { value: "a" } } }] } });
    add(target, { 表: { value: [{ value: { 品: { value: "b" }, 個: { value: "abc" } } }] } });
    expect(rows(target, 1)).toEqual([
      { id: "1", value: { 品: { type: "SINGLE_LINE_TEXT", value: "a" }, 個: { type: "NUMBER", value: "1" } } },
    ]);
    expect(rows(target, 2)).toMatchObject([{ id: "2", value: { 個: { value: "" } } }]);
  });

  it("keeps a row with its id, adds new ones, drops what is not listed", () => {
    const target = app(table);
    add(target, { 表: { value: [newRow("a"), newRow("b")] } });
    change(target, 1, {
      表: { value: [newRow("c"), { id: "2", value: { 品: { value: "B" } } }, { id: "77", value: {} }] },
    });
    expect(rows(target)).toMatchObject([
      { id: "3", value: { 品: { value: "c" } } },
      { id: "2", value: { 品: { value: "B" }, 個: { value: "5" } } },
      { id: "4", value: { 品: { value: "" }, 個: { value: "1" } } },
    ]);
    change(target, 1, {});
    expect(rows(target)).toHaveLength(3);
    change(target, 1, { 表: { value: [] } });
    expect(rows(target)).toEqual([]);
  });

  it("names table, row and field of a fault", () => {
    const target = app(table);
    const sent = { 表: { value: [{ value: {} }, { value: { 品: { value: "abcd" } } }] } };
    expect(refusalOf(() => add(target, sent))?.errors).toEqual({
      "record.表.value[1].value.品.value": { messages: ["4文字より短くなければなりません。"] },
    });
  });
});

describe("lookups", () => {
  it("copies what the key finds and ignores what was sent for the copy", () => {
    const { source, target } = twoApps();
    add(target, { 課: { value: "01" }, 担当課: { value: "うそ" } });
    expect(read(target)).toMatchObject({ 課: "01", 担当課: "総務課" });
    change(source, 1, { 課名: { value: "新総務課" } });
    change(target, 1, { 担当課: { value: "うそ" } });
    expect(read(target)).toMatchObject({ 担当課: "総務課" });
    change(target, 1, { 課: { value: "02" } });
    expect(read(target)).toMatchObject({ 担当課: "税務課" });
    change(target, 1, { 課: { value: "" } });
    expect(read(target)).toMatchObject({ 課: "", 担当課: "" });
  });

  it("copies within a row of a table", () => {
    const { target } = twoApps();
    add(target, { 表: { value: [{ value: { 行課: { value: "02" } } }] } });
    expect(read(target)["表"]).toMatchObject([{ value: { 行課名: { value: "税務課" } } }]);
  });

  it("refuses a key without a match with GAIA_LO04 and no errors", () => {
    const { target } = twoApps();
    expect(refusalOf(() => add(target, { 課: { value: "99" } }))).toEqual({
      code: "GAIA_LO04",
      message: expect.stringContaining("フィールド「課」の値「99」が"),
    });
    expect(add(target, {}).revision).toBe(1);
  });
});

describe("attachments", () => {
  it("attaches an upload once, under a key that only downloads", () => {
    const target = app({ code: "FILE", type: "FILE" });
    const uploadKey = upload("a.txt");
    add(target, { FILE: { value: [{ fileKey: uploadKey }] } });
    const [key = ""] = keys(target, 1);
    expect(key).toHaveLength(50);
    expect(read(target)["FILE"]).toEqual([{ fileKey: key, name: "a.txt", contentType: "text/plain", size: "5" }]);
    expect(store.files.read(key)?.name).toBe("a.txt");
    expect(store.files.read(uploadKey)).toBeNull();
    expect(refusalOf(() => add(target, { FILE: { value: [{ fileKey: uploadKey }] } }))?.code).toBe("GAIA_BL01");
    expect(refusalOf(() => add(target, { FILE: { value: [{ fileKey: key }] } }))?.code).toBe("GAIA_BL01");
  });

  it("keeps listed files, adds new ones and drops the others with their bytes", () => {
    const target = app({ code: "FILE", type: "FILE" });
    add(target, { FILE: { value: [{ fileKey: upload("a.txt") }, { fileKey: upload("b.txt") }] } });
    const [first = "", second = ""] = keys(target, 1);
    change(target, 1, { FILE: { value: [{ fileKey: second, name: "x" }, { fileKey: upload("c.txt") }] } });
    expect(read(target)["FILE"]).toMatchObject([{ name: "b.txt" }, { name: "c.txt" }]);
    expect(store.files.read(first)).toBeNull();
    const record = store.records.find(target.id, 1);
    if (record) {
      store.transaction(() => removeRecord(createTestScope(store, target), record));
    }
    expect(store.files.read(second)).toBeNull();
  });

  it("keeps an upload that a refused record named", () => {
    const target = app({ code: "FILE", type: "FILE" }, { code: "題", type: "LINK", property: { required: true } });
    const key = upload("a.txt");
    expect(refusalOf(() => add(target, { FILE: { value: [{ fileKey: key }] } }))?.code).toBe("CB_VA01");
    expect(add(target, { FILE: { value: [{ fileKey: key }] }, 題: { value: "https://a.jp" } }).id).toBeGreaterThan(0);
  });
});
