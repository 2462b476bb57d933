import { defineApp } from "../schema/app-schema.ts";
import { dropDown } from "../schema/choice-fields.ts";
import { group, row } from "../schema/layout.ts";
import { lookup, referenceTable, source } from "../schema/relation-fields.ts";
import { date, key, multiLineText, number, text } from "../schema/value-fields.ts";
import { listView } from "../schema/view.ts";
import { groupKinds } from "./choices.ts";
import type { initiative } from "./initiative.ts";
import { officeKept } from "./permissions.ts";

export const subItem = defineApp({
  key: "sub_item",
  name: "実施事項",
  description:
    "取組の下の①②③…、あわせて52の実施事項です。文は計画書のままです。実施するかどうかをここで答えます。「実施しない」「該当なし」も、理由があれば大切な答えです。",
  theme: "BLUE",
  icon: "APP59",
  keyField: "sub_item_id",
  titleField: "sub_text",
  fields: {
    sub_item_id: key("実施事項ID", { purpose: "取組IDと番号（J4-5 は重点4の⑤）。" }),
    sub_no: number("番号", { width: 100 }),
    sub_text: text("実施事項", { required: true, width: 640, purpose: "計画書のままの文。" }),
    initiative_id: lookup("取組", {
      from: source<typeof initiative>("initiative", "initiative_id"),
      required: true,
      copies: { initiative_name: "initiative_name", group_kind: "group_kind" },
      picker: ["initiative_id", "initiative_name", "group_kind"],
    }),
    initiative_name: text("取組名", { width: 480 }),
    group_kind: dropDown("区分", groupKinds),
    applicability: dropDown("実施するか", ["実施する", "今年度は実施しない", "該当なし"], {
      help: "3つから選びます。「しない」も、理由があれば大切な答えです。",
      purpose: "52の実施事項すべてに答えがあるかを見る。",
    }),
    not_reason: multiLineText("実施しない理由", { help: "「今年度は実施しない」「該当なし」のときに書きます。" }),
    review_fy: number("次に見直す年度", { width: 140, help: "西暦の年度で入れます（例：2027）。" }),
    plan_date_text: text("計画書の時期の言葉", { width: 280, purpose: "文の中で時期を示すことば。計画書のまま。" }),
    plan_date_on: date("時期"),
    plan_date_precision: dropDown("時期の細かさ", ["日", "月", "年度"], {
      purpose: "時期の日付をどこまで信じてよいか。月なら1日、年度なら4月1日を入れてある。",
    }),
    deadline_ids: text("関係する国の期限", {
      width: 280,
      purpose: "国の期限の記号。いくつかあるときはカンマで区切る。",
    }),
    lead_dept: text("担当課（取組と違うとき）", { width: 240 }),
    sub_note: multiLineText("メモ"),
    actions: referenceTable("この実施事項の事業", {
      app: "action",
      field: "sub_item_id",
      relatedField: "sub_item_id",
      columns: ["action_id", "action_name", "dept_name"],
      sort: "action_id asc",
      size: 10,
    }),
    deadlines: referenceTable("取組に関係する国の期限", {
      app: "deadline",
      field: "initiative_id",
      relatedField: "initiative_id",
      columns: ["dl_on", "dl_title", "sub_item_ids", "confidence", "town_state"],
      sort: "dl_on asc",
      size: 10,
    }),
  },
  layout: [
    group("g_plan", { label: "計画書の記載", open: true }, [
      row("sub_item_id", "sub_no"),
      row("sub_text"),
      row("initiative_id", "initiative_name", "group_kind"),
    ]),
    group("g_answer", { label: "町の答え", open: true }, [
      row("applicability", "review_fy", "lead_dept"),
      row("not_reason"),
    ]),
    row("actions"),
    group("g_dates", { label: "計画書と国が示す時期" }, [
      row("plan_date_text", "plan_date_on", "plan_date_precision"),
      row("deadline_ids"),
    ]),
    row("deadlines"),
    group("g_note", { label: "メモ" }, [row("sub_note")]),
  ],
  views: [
    listView("取組別", {
      columns: ["initiative_id", "initiative_name", "sub_no", "sub_text", "applicability", "lead_dept"],
      sort: [
        ["initiative_id", "asc"],
        ["sub_no", "asc"],
      ],
    }),
    listView("まだ答えていないもの", {
      columns: ["sub_item_id", "sub_text", "initiative_name", "applicability", "lead_dept"],
      where: [{ field: "applicability", operator: "in", values: [""] }],
      sort: [["sub_item_id", "asc"]],
    }),
    listView("実施しないもの", {
      columns: ["sub_item_id", "sub_text", "applicability", "not_reason", "review_fy"],
      where: [{ field: "applicability", operator: "in", values: ["今年度は実施しない", "該当なし"] }],
      sort: [["review_fy", "asc"]],
    }),
    listView("時期が書かれたもの", {
      columns: ["sub_item_id", "sub_text", "plan_date_text", "plan_date_on", "plan_date_precision"],
      where: [{ field: "plan_date_text", operator: "!=", value: "" }],
      sort: [["plan_date_on", "asc"]],
    }),
  ],
  reports: [
    {
      name: "52の実施事項の答え",
      answers: "52の実施事項のうち、まだ答えていないものはいくつあるか。",
      chart: "PIE",
      groups: [{ code: "applicability" }],
      order: "by-group",
    },
    {
      name: "取組ごとの答え（16の取組）",
      answers: "どの取組の実施事項に、まだ答えていないか。",
      chart: "BAR",
      mode: "STACKED",
      groups: [{ code: "initiative_id" }, { code: "applicability" }],
      order: "by-group",
    },
  ],
  actions: [
    {
      name: "この実施事項の事業をつくる",
      to: "action",
      copies: { sub_item_id: "sub_item_id" },
      roles: ["jimukyoku", "tantou"],
      where: [{ field: "applicability", operator: "in", values: ["", "実施する"] }],
    },
    {
      name: "改定履歴をつくる",
      to: "revision",
      copies: { rev_id: "sub_item_id", rev_title: "sub_text" },
      roles: ["jimukyoku"],
    },
  ],
  permissions: officeKept,
  plugins: [],
});
