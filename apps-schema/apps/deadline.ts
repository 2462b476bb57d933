import { defineApp } from "../schema/app-schema.ts";
import { dropDown } from "../schema/choice-fields.ts";
import { group, note, row } from "../schema/layout.ts";
import { lookup, referenceTable, source } from "../schema/relation-fields.ts";
import { date, key, link, multiLineText, number, text } from "../schema/value-fields.ts";
import { listView } from "../schema/view.ts";
import type { initiative } from "./initiative.ts";
import { officeKept } from "./permissions.ts";

export const deadline = defineApp({
  key: "deadline",
  name: "国の期限",
  description:
    "国の法律・計画・補助金などで決まっている日付です。どこで確かめたかと、確かさ（確・要確認）を必ず残します。「要確認」は、町で原文を見てから使ってください。",
  theme: "RED",
  icon: "APP29",
  keyField: "dl_key",
  titleField: "dl_title",
  fields: {
    dl_key: key("期限の番号", { help: "D- と2けたの数字（例：D-01）。" }),
    dl_title: text("期限の名前", { required: true, width: 560 }),
    dl_date_text: text("日付の言葉", {
      width: 360,
      purpose: "いつかが、どこまで分かっているかを言葉にしたもの（例：2025年9月、概ね5年以内）。",
    }),
    dl_on: date("日付"),
    dl_precision: dropDown("日付の細かさ", ["日", "月", "年度"], {
      purpose: "日付をどこまで信じてよいか。月なら1日を入れてある。",
    }),
    dl_fy: number("年度", { width: 120, purpose: "年度だけが分かるとき、または年度で絞り込むとき。西暦。" }),
    dl_kind: dropDown("種類", ["法令義務", "国の要請", "補助金", "目安"], {
      help: "守らなければならないものか、頼まれているものか、お金の条件か、目安かを選びます。",
    }),
    law_ref: text("根拠", { width: 480, purpose: "法律や計画の名前。" }),
    initiative_id: lookup("関係する取組", {
      from: source<typeof initiative>("initiative", "initiative_id"),
      copies: { initiative_name: "initiative_name" },
      picker: ["initiative_id", "initiative_name", "group_kind"],
    }),
    initiative_name: text("取組名", { width: 400 }),
    sub_item_ids: text("関係する実施事項", {
      width: 280,
      help: "実施事項のID。いくつかあるときはカンマで区切ります。",
    }),
    source_text: multiLineText("出典", { purpose: "どこに書いてあるか。名前と場所。" }),
    source_url: link("出典のURL", { width: 560 }),
    checked_on: date("確かめた日"),
    checked_by: text("確かめた人・方法", { width: 400, help: "課の名前と、何を見たかを書きます。" }),
    confidence: dropDown("確かさ", ["確", "要確認"], {
      help: "「確」は2つ以上の出典か公式のページ、「要確認」は1つの出典だけです。",
    }),
    town_state: dropDown("町の対応", ["対応済", "対応中", "未対応", "該当なし"]),
    town_note: multiLineText("町の対応のメモ"),
    actions: referenceTable("この取組の事業", {
      app: "action",
      field: "initiative_id",
      relatedField: "initiative_id",
      columns: ["action_id", "action_name", "dept_name"],
      sort: "action_id asc",
      size: 10,
    }),
  },
  layout: [
    group("g_deadline", { label: "期限", open: true }, [
      row("dl_key", "dl_title"),
      row("dl_on", "dl_precision", "dl_fy"),
      row("dl_date_text"),
      row("dl_kind", "law_ref"),
      row("initiative_id", "initiative_name"),
      row("sub_item_ids"),
    ]),
    group("g_town", { label: "町の対応", open: true }, [row("town_state"), row("town_note")]),
    row("actions"),
    group("g_source", { label: "出典と確かさ", open: true }, [
      note("町民や議会に示す前に、必ず出典の原文を開いて確かめ、確かめた日を書き直します。"),
      row("confidence", "checked_on", "checked_by"),
      row("source_url"),
      row("source_text"),
    ]),
  ],
  views: [
    listView("日付の順", {
      columns: ["dl_on", "dl_date_text", "dl_title", "confidence", "town_state", "initiative_name"],
      sort: [
        ["dl_on", "asc"],
        ["dl_fy", "asc"],
        ["dl_key", "asc"],
      ],
    }),
    listView("これから6か月", {
      columns: ["dl_on", "dl_date_text", "dl_title", "dl_kind", "town_state", "confidence"],
      where: [
        { field: "dl_on", operator: ">=", call: "TODAY()" },
        { field: "dl_on", operator: "<=", call: "FROM_TODAY(6, MONTHS)" },
      ],
      sort: [["dl_on", "asc"]],
    }),
    listView("過ぎたのに町の対応が分からないもの", {
      columns: ["dl_on", "dl_title", "town_state", "confidence", "initiative_name"],
      where: [
        { field: "dl_on", operator: "<", call: "TODAY()" },
        { field: "town_state", operator: "in", values: ["", "未対応", "対応中"] },
      ],
      sort: [["dl_on", "asc"]],
    }),
    listView("要確認", {
      columns: ["dl_title", "dl_on", "checked_on", "checked_by", "source_url"],
      where: [{ field: "confidence", operator: "in", values: ["要確認", ""] }],
      sort: [["checked_on", "asc"]],
    }),
    listView("法令義務", {
      columns: ["dl_on", "dl_title", "law_ref", "town_state", "confidence"],
      where: [{ field: "dl_kind", operator: "in", values: ["法令義務"] }],
      sort: [["dl_on", "asc"]],
    }),
    listView("取組別", {
      columns: ["initiative_id", "initiative_name", "dl_title", "dl_on", "town_state"],
      sort: [
        ["initiative_id", "asc"],
        ["dl_on", "asc"],
      ],
    }),
  ],
  reports: [
    {
      name: "町の対応",
      answers: "国の期限に、町はどこまで対応しているか。",
      chart: "PIE",
      groups: [{ code: "town_state" }],
      order: "by-group",
    },
  ],
  actions: [
    { name: "宿題をつくる", to: "homework", copies: { fu_title: "dl_title", due_on: "dl_on" }, roles: ["jimukyoku"] },
  ],
  permissions: officeKept,
  plugins: [],
});
