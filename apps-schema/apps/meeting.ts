import { defineApp } from "../schema/app-schema.ts";
import { dropDown, userSelect } from "../schema/choice-fields.ts";
import { group, note, row, table } from "../schema/layout.ts";
import { referenceTable, subtable } from "../schema/relation-fields.ts";
import { date, file, key, multiLineText, text } from "../schema/value-fields.ts";
import { listView } from "../schema/view.ts";
import { officeKept } from "./permissions.ts";

const agendaApps = ["進捗報告", "アクションプラン", "成果指標", "KPI実績", "改定履歴", "国の期限", "その他"] as const;

export const meeting = defineApp({
  key: "meeting",
  name: "会議",
  description:
    "情報化推進委員会などの会議の記録です。1つの記録が1回の会議です。議題ごとの結果を残し、決まったことは「宿題をつくる」で指摘・宿題に写します。書面で開いた会議も同じように残します。",
  theme: "YELLOW",
  icon: "APP47",
  keyField: "meeting_key",
  titleField: "meeting_name",
  fields: {
    meeting_key: key("会議の番号", { help: "M- と開く日（例：M-2026-07-15）。同じ日に2回あれば -2 をつけます。" }),
    meeting_name: text("会議の名前", { required: true, width: 400, help: "例：第1回 五霞町情報化推進委員会" }),
    meeting_kind: dropDown("会議の種類", ["情報化推進委員会", "幹事会", "WG", "議会報告", "外部"], { width: 200 }),
    held_on: date("開く日"),
    held_how: dropDown("開き方", ["対面", "オンライン", "書面"], {
      help: "急ぐときや軽いものは「書面」で開けます。その場合も、賛否と意見を記録します。",
    }),
    place: text("場所", { width: 280 }),
    chair: userSelect("議長", { purpose: "多くの町では副町長が務める。だれかは町の要綱で決まる。" }),
    members: subtable("出席の表", {
      m_user: userSelect("委員", { width: 220 }),
      m_role: text("役割", { width: 160 }),
      m_attend: dropDown("出欠", ["出席", "代理", "欠席"], { width: 110 }),
    }),
    quorum_ok: dropDown("定足数", ["満たす", "満たさない"], {
      help: "委員の過半数など、町の決まりに合わせて選びます。",
    }),
    agenda: subtable("議題の表", {
      ag_no: text("番号", { width: 80 }),
      ag_title: text("議題", { width: 280 }),
      ag_ref_app: dropDown("関係するアプリ", agendaApps, { width: 160 }),
      ag_ref_id: text("関係する番号", { width: 160 }),
      ag_kind: dropDown("扱い", ["報告", "協議", "決定"], { width: 110 }),
      ag_result: dropDown("結果", ["了承", "修正のうえ了承", "継続", "否決"], { width: 160 }),
      ag_note: text("意見・条件", { width: 280 }),
    }),
    minutes_public: multiLineText("議事の要点（公開）", { help: "町民が読む文です。個人の名前は書きません。" }),
    materials: file("資料"),
    note_internal: multiLineText("内部メモ"),
    homework: referenceTable("この会議から出た宿題", {
      app: "homework",
      field: "meeting_key",
      relatedField: "meeting_key",
      columns: ["fu_key", "fu_title", "dept_name", "due_on"],
      sort: "due_on asc",
      size: 10,
    }),
    revisions: referenceTable("この会議で決めた改定", {
      app: "revision",
      field: "meeting_key",
      relatedField: "decided_at",
      columns: ["rev_key", "rev_title", "rev_cause"],
      sort: "rev_key asc",
      size: 10,
    }),
  },
  layout: [
    group("g_meeting", { label: "いつ・どこで", open: true }, [
      row("meeting_key", "meeting_name"),
      row("meeting_kind", "held_on", "held_how"),
      row("place", "chair"),
    ]),
    group("g_agenda", { label: "議題と結果", open: true }, [
      note("下の表に、議題を1行ずつ入れます。会議のあとで「結果」と「意見・条件」を入れます。"),
    ]),
    table("agenda"),
    row("homework"),
    row("revisions"),
    group("g_members", { label: "出席", open: true }, [row("quorum_ok")]),
    table("members"),
    group("g_minutes", { label: "議事の要点と資料", open: true }, [row("minutes_public"), row("materials")]),
    group("g_internal", { label: "内部メモ" }, [row("note_internal")]),
  ],
  views: [
    listView("会議の一覧", {
      columns: ["held_on", "meeting_name", "meeting_kind", "held_how", "chair"],
      sort: [["held_on", "desc"]],
    }),
    listView("これからの会議", {
      columns: ["held_on", "meeting_name", "meeting_kind", "held_how", "place"],
      where: [{ field: "held_on", operator: ">=", call: "TODAY()" }],
      sort: [["held_on", "asc"]],
    }),
    listView("情報化推進委員会", {
      columns: ["held_on", "meeting_name", "held_how", "quorum_ok", "minutes_public"],
      where: [{ field: "meeting_kind", operator: "in", values: ["情報化推進委員会"] }],
      sort: [["held_on", "desc"]],
    }),
    listView("書面で開いた会議", {
      columns: ["held_on", "meeting_name", "meeting_kind", "quorum_ok"],
      where: [{ field: "held_how", operator: "in", values: ["書面"] }],
      sort: [["held_on", "desc"]],
    }),
  ],
  actions: [
    {
      name: "宿題をつくる",
      to: "homework",
      copies: { meeting_key: "meeting_key", raised_on: "held_on" },
      roles: ["jimukyoku"],
    },
    { name: "改定履歴をつくる", to: "revision", copies: { decided_at: "meeting_key" }, roles: ["jimukyoku"] },
  ],
  permissions: officeKept,
  plugins: [],
});
