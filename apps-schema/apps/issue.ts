import { defineApp } from "../schema/app-schema.ts";
import { radio } from "../schema/choice-fields.ts";
import { group, row } from "../schema/layout.ts";
import { lookup, referenceTable, source } from "../schema/relation-fields.ts";
import { key, multiLineText, number, text } from "../schema/value-fields.ts";
import { listView } from "../schema/view.ts";
import type { kpi } from "./kpi.ts";
import { officeKept } from "./permissions.ts";

const columns = ["issue_id", "issue_group", "issue_no", "issue_title", "watch_kpi_name"] as const;

export const issue = defineApp({
  key: "issue",
  name: "課題",
  description:
    "計画書「02 課題」の8つの課題（2040年問題が4つ、克服すべき課題が4つ）です。文は計画書のままです。取組や事業は、どの課題に向けたものかをここから選びます。",
  theme: "YELLOW",
  icon: "APP28",
  keyField: "issue_id",
  titleField: "issue_title",
  fields: {
    issue_id: key("課題ID", {
      purpose: "P1〜P4 は2040年問題、C1〜C4 は克服すべき課題。計画書にはない、つなぐための記号。",
    }),
    issue_group: radio("まとまり", ["2040年問題", "克服すべき課題"], { defaultValue: "2040年問題" }),
    issue_no: number("番号", { width: 100 }),
    issue_title: text("課題名", { required: true, width: 480, purpose: "計画書のままの言葉。" }),
    issue_text: multiLineText("課題の説明", { purpose: "計画書のままの文。" }),
    watch_kpi: lookup("見守る指標", {
      from: source<typeof kpi>("kpi", "kpi_id"),
      copies: { watch_kpi_name: "kpi_name" },
      picker: ["kpi_id", "kpi_name"],
      help: "この課題が良くなっているかを見る指標があれば選びます。",
    }),
    watch_kpi_name: text("見守る指標の名前", { width: 320 }),
    issue_status_note: multiLineText("いまの様子", { help: "この1年で変わったことを、短く書きます。" }),
    watch_values: referenceTable("見守る指標の値", {
      app: "kpi_value",
      field: "watch_kpi",
      relatedField: "kpi_id",
      columns: ["fy", "actual_value", "forecast_value", "unit", "data_status"],
      sort: "fy asc",
      size: 10,
    }),
  },
  layout: [
    group("g_plan", { label: "計画書の記載", open: true }, [
      row("issue_id", "issue_group", "issue_no"),
      row("issue_title"),
      row("issue_text"),
    ]),
    group("g_watch", { label: "見守り", open: true }, [row("watch_kpi", "watch_kpi_name"), row("issue_status_note")]),
    row("watch_values"),
  ],
  views: [
    listView("課題の一覧", {
      columns,
      sort: [
        ["issue_group", "asc"],
        ["issue_no", "asc"],
      ],
    }),
    listView("2040年問題", {
      columns,
      where: [{ field: "issue_group", operator: "in", values: ["2040年問題"] }],
      sort: [["issue_no", "asc"]],
    }),
    listView("克服すべき課題", {
      columns,
      where: [{ field: "issue_group", operator: "in", values: ["克服すべき課題"] }],
      sort: [["issue_no", "asc"]],
    }),
  ],
  permissions: officeKept,
  plugins: [],
});
