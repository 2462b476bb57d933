import { defineApp } from "../schema/app-schema.ts";
import { checkBox, dropDown, multiSelect } from "../schema/choice-fields.ts";
import { group, row, table } from "../schema/layout.ts";
import { lookup, referenceTable, subtable, source } from "../schema/relation-fields.ts";
import { date, key, link, multiLineText, number, text } from "../schema/value-fields.ts";
import { listView } from "../schema/view.ts";
import { groupKinds, issueIds, issueIdsHelp, pillars } from "./choices.ts";
import type { dept } from "./dept.ts";
import { officeKept } from "./permissions.ts";

const listColumns = ["initiative_id", "group_kind", "item_no", "initiative_name", "lead_dept_name"] as const;

export const initiative = defineApp({
  key: "initiative",
  name: "取組",
  description:
    "計画書の16の取組（重点8・強化6・追加2）です。取組名は計画書のままです。取りまとめ課、めざす姿、町民への説明をここで決めます。",
  theme: "BLUE",
  icon: "APP39",
  keyField: "initiative_id",
  titleField: "initiative_name",
  fields: {
    initiative_id: key("取組ID", { purpose: "J=重点、K=強化、T=追加と番号。計画書にはない、つなぐための記号。" }),
    group_kind: dropDown("区分", groupKinds),
    group_basis: text("根拠", { width: 360, purpose: "計画書「08 取組内容」の見出し。" }),
    item_no: number("番号", { width: 100 }),
    initiative_name: text("取組名", { required: true, width: 640, purpose: "計画書「08 取組内容」の表記。" }),
    name_alias: text("計画書の別の表記", {
      width: 640,
      purpose: "「05 計画の構成」での表記が「08 取組内容」と違うときだけ入る。",
    }),
    lead_dept: lookup("取りまとめ課", {
      from: source<typeof dept>("dept", "dept_code"),
      copies: { lead_dept_name: "dept_name" },
      picker: ["dept_code", "dept_name"],
    }),
    lead_dept_name: text("取りまとめ課の名前", { width: 240 }),
    pillar: checkBox("柱", pillars),
    issue_ids: multiSelect("対応する課題", issueIds, { help: issueIdsHelp }),
    national_ref: subtable("国の計画との対応", {
      nr_plan: text("計画の名前", { width: 240 }),
      nr_section: text("節・番号", { width: 160 }),
      nr_url: link("URL", { width: 280 }),
      nr_checked_on: date("確かめた日"),
    }),
    ideal_state: multiLineText("あるべき姿", { help: "だれの、何が、どうなっている状態かを書きます。" }),
    plain_text: multiLineText("町民への説明（やさしい日本語）", { help: "1つの文に1つのことだけ書くと伝わります。" }),
    roll_work: dropDown("工程の進み（自動）", ["進んでいる", "予定どおり", "遅れている", "止まっている"], {
      purpose: "この取組の事業をまとめた工程の進み。集計が書く。",
    }),
    roll_result: dropDown("成果の進み（自動）", ["A", "B", "C", "D"], {
      purpose: "この取組の事業をまとめた成果の進み。D は評価できない。集計が書く。",
    }),
    sub_items: referenceTable("この取組の実施事項", {
      app: "sub_item",
      field: "initiative_id",
      relatedField: "initiative_id",
      columns: ["sub_item_id", "sub_text", "applicability"],
      sort: "sub_no asc",
      size: 10,
    }),
    actions: referenceTable("この取組の事業", {
      app: "action",
      field: "initiative_id",
      relatedField: "initiative_id",
      columns: ["action_id", "action_name", "dept_name", "sub_item_id"],
      sort: "sub_item_id asc, action_id asc",
      size: 10,
    }),
    deadlines: referenceTable("この取組に関係する国の期限", {
      app: "deadline",
      field: "initiative_id",
      relatedField: "initiative_id",
      columns: ["dl_on", "dl_title", "confidence", "town_state"],
      sort: "dl_on asc",
      size: 10,
    }),
  },
  layout: [
    group("g_plan", { label: "計画書の記載", open: true }, [
      row("initiative_id", "group_kind", "item_no"),
      row("initiative_name"),
      row("group_basis"),
      row("name_alias"),
    ]),
    group("g_aim", { label: "ねらい", open: true }, [
      row("lead_dept", "lead_dept_name"),
      row("pillar", "issue_ids"),
      row("ideal_state"),
      row("plain_text"),
    ]),
    row("sub_items"),
    row("actions"),
    row("deadlines"),
    group("g_progress", { label: "進み（自動）" }, [row("roll_work", "roll_result")]),
    table("national_ref"),
  ],
  views: [
    listView("取組の一覧", {
      columns: [...listColumns, "roll_work", "roll_result"],
      sort: [
        ["group_kind", "asc"],
        ["item_no", "asc"],
      ],
    }),
    listView("重点", {
      columns: listColumns,
      where: [{ field: "group_kind", operator: "in", values: ["重点"] }],
      sort: [["item_no", "asc"]],
    }),
    listView("強化", {
      columns: listColumns,
      where: [{ field: "group_kind", operator: "in", values: ["強化"] }],
      sort: [["item_no", "asc"]],
    }),
    listView("追加", {
      columns: listColumns,
      where: [{ field: "group_kind", operator: "in", values: ["追加"] }],
      sort: [["item_no", "asc"]],
    }),
    listView("取りまとめ課が未定", {
      columns: listColumns,
      where: [{ field: "lead_dept", operator: "=", value: "" }],
      sort: [["initiative_id", "asc"]],
    }),
  ],
  reports: [
    {
      name: "取りまとめ課ごとの取組",
      answers: "16の取組のうち、取りまとめ課が決まっていないものはいくつあるか。",
      chart: "BAR",
      mode: "STACKED",
      groups: [{ code: "lead_dept_name" }, { code: "group_kind" }],
      order: "by-group",
    },
    {
      name: "課題ごとの取組の数（8つの課題）",
      answers: "8つの課題に、それぞれいくつの取組が向いているか。出てこない課題には取組がありません。",
      chart: "BAR",
      mode: "NORMAL",
      groups: [{ code: "issue_ids" }],
      order: "by-group",
    },
  ],
  permissions: officeKept,
  plugins: [],
});
