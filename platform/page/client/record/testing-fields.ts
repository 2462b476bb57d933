import type { StoredField } from "../../../store/app-settings.ts";

let lastId = 10;

/** A field for tests. */
export function buildField(code: string, type: string, property: Readonly<Record<string, unknown>> = {}): StoredField {
  lastId += 1;
  return { id: lastId, code, type, property: { label: code, ...property } };
}

/** A table for tests. */
export function buildTable(code: string, fields: readonly StoredField[]): StoredField {
  return { ...buildField(code, "SUBTABLE"), fields };
}

/** A lookup key that copies `name` of app 7 into `dept_name`. */
export const deptLookup = buildField("dept", "SINGLE_LINE_TEXT", {
  lookup: {
    relatedApp: { app: "7", code: "" },
    relatedKeyField: "code",
    fieldMappings: [{ field: "dept_name", relatedField: "name" }],
    lookupPickerFields: ["code", "name"],
    filterCond: "",
    sort: "code asc",
  },
});

/** One field of most types, as an app with a table and a lookup has them. */
export const sampleFields: readonly StoredField[] = [
  buildField("title", "SINGLE_LINE_TEXT", { required: true }),
  buildField("cost", "NUMBER", { unit: "千円" }),
  buildField("memo", "MULTI_LINE_TEXT"),
  buildField("link", "LINK"),
  buildField("day", "DATE"),
  buildField("at", "TIME"),
  buildField("moment", "DATETIME"),
  buildField("state", "DROP_DOWN", {
    options: { 済: { label: "済", index: "1" }, 予定: { label: "予定", index: "0" } },
  }),
  buildField("marks", "CHECK_BOX", { options: { 甲: { label: "甲", index: "0" }, 乙: { label: "乙", index: "1" } } }),
  buildField("people", "USER_SELECT"),
  buildField("papers", "FILE"),
  buildField("total", "CALC"),
  deptLookup,
  buildField("dept_name", "SINGLE_LINE_TEXT"),
  buildTable("rows", [
    buildField("kind", "DROP_DOWN", { options: { 検討: { label: "検討", index: "0" } } }),
    buildField("price", "NUMBER"),
    buildField("note", "SINGLE_LINE_TEXT"),
  ]),
  buildField("レコード番号", "RECORD_NUMBER"),
  buildField("作成者", "CREATOR"),
];

/** A stored record of these fields, as REST gives it. */
export const sampleRecord: Readonly<Record<string, unknown>> = {
  $id: { type: "__ID__", value: "5" },
  $revision: { type: "__REVISION__", value: "3" },
  title: { type: "SINGLE_LINE_TEXT", value: "窓口" },
  cost: { type: "NUMBER", value: "12" },
  marks: { type: "CHECK_BOX", value: ["甲"] },
  papers: { type: "FILE", value: [{ fileKey: "k1", name: "a.pdf", contentType: "application/pdf", size: "3" }] },
  dept: { type: "SINGLE_LINE_TEXT", value: "D1" },
  dept_name: { type: "SINGLE_LINE_TEXT", value: "総務課" },
  rows: {
    type: "SUBTABLE",
    value: [
      { id: "71", value: { kind: { value: "検討" }, price: { value: "5" }, note: { value: "" } } },
      { id: "72", value: { kind: { value: null }, price: { value: "" }, note: { value: "後" } } },
    ],
  },
  レコード番号: { type: "RECORD_NUMBER", value: "5" },
  作成者: { type: "CREATOR", value: { code: "admin", name: "管理者" } },
};
