import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { FieldSet } from "../../apps-schema/schema/field-declaration.ts";
import { row } from "../../apps-schema/schema/layout.ts";
import { defineProcess } from "../../apps-schema/schema/process.ts";
import { key, text } from "../../apps-schema/schema/value-fields.ts";
import { listView } from "../../apps-schema/schema/view.ts";
import type { DesiredRecords } from "../../scripts/deploy/plan/desired-suite.ts";

const rights = {
  jimukyoku: ["view", "add", "edit", "delete"],
  tantou: ["view"],
  kachou: ["view"],
  iin: ["view"],
  koukai: ["view"],
  etsuran: ["view"],
} as const;

/** An app with a key field and what is given, laid out in one row. */
export function smallApp(code: AppKey, fields: FieldSet, parts: Partial<AppSchema> = {}): AppSchema {
  const all: FieldSet = { code: key("番号"), ...fields };
  const plain = Object.keys(all).filter((each) => all[each]?.type !== "SUBTABLE");
  const tables = Object.keys(all).filter((each) => all[each]?.type === "SUBTABLE");
  return {
    key: code,
    name: `試験 ${code}`,
    description: "",
    theme: "BLUE",
    icon: "APP72",
    keyField: "code",
    titleField: "code",
    fields: all,
    layout: [row(...plain), ...tables.map((each) => ({ type: "TABLE" as const, code: each }))],
    views: [listView("一覧", { columns: ["code"], sort: [["code", "asc"]] })],
    permissions: rights,
    plugins: [],
    ...parts,
  };
}

const process = defineProcess(
  [
    { name: "下書き", assignees: "creator", todo: "書く" },
    { name: "済み", assignees: ["jimukyoku"], todo: "見る" },
  ],
  [{ name: "送る", from: "下書き", to: "済み" }],
);

function look(app: AppKey): FieldSet {
  const lookup = {
    type: "LOOKUP",
    label: app,
    app,
    relatedField: "code",
    copies: {},
    picker: ["code"],
    sort: "code asc",
  } as const;
  return { [`to_${app}`]: lookup };
}

/** Three apps: two that look each other up in a circle, one with a process and related records found by a lookup. */
export function smallSuite(): AppSchema[] {
  const related: FieldSet = {
    list: {
      type: "REFERENCE_TABLE",
      label: "一覧",
      reference: { app: "kpi", field: "code", relatedField: "to_dept", columns: ["code"], sort: "code asc", size: 5 },
    },
  };
  return [
    smallApp("dept", { name: text("名前"), ...look("kpi"), ...related }, { process }),
    smallApp("kpi", { name: text("名前"), ...look("dept") }),
    smallApp("issue", { memo: text("メモ") }),
  ];
}

export function smallRecords(count: number): DesiredRecords[] {
  return (["dept", "kpi", "issue"] as const).map((app) => ({
    app,
    kind: "records",
    records: Array.from({ length: count }, (_, index) => {
      const code = `${app}-${index}`;
      return { key: code, record: { code: { value: code } } };
    }),
  }));
}
