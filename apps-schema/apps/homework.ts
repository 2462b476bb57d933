import { defineApp } from "../schema/app-schema.ts";
import { dropDown, userSelect } from "../schema/choice-fields.ts";
import { group, guide, row } from "../schema/layout.ts";
import { lookup, referenceTable, source } from "../schema/relation-fields.ts";
import { date, key, multiLineText, text } from "../schema/value-fields.ts";
import { listView, mySection, statusField, waitsForMe } from "../schema/view.ts";
import type { action } from "./action.ts";
import type { dept } from "./dept.ts";
import { homeworkProcess } from "./homework-process.ts";
import type { meeting } from "./meeting.ts";
import { officeAsks } from "./permissions.ts";
import { sectionCopies, sectionFields } from "./section-fields.ts";

const isOpen = { field: statusField, operator: "not in", values: ["完了", "見送り"] } as const;

export const homework = defineApp({
  key: "homework",
  name: "指摘・宿題",
  description:
    "委員会・議会・監査・町民などから受けた指摘と、その答えです。1つの記録が1つの指摘です。期限までに答えるために、担当と期限をはっきりさせます。",
  theme: "RED",
  icon: "APP50",
  keyField: "fu_key",
  titleField: "fu_title",
  fields: {
    fu_key: key("宿題の番号", { help: "H- と年度と番号（例：H-2026-01）。" }),
    fu_title: text("件名", { required: true, width: 480, help: "何を答えるのかが、ひと目で分かるように書きます。" }),
    origin_kind: dropDown("どこから", ["委員会", "議会", "監査", "町民", "国・県"]),
    meeting_key: lookup("もとの会議", {
      from: source<typeof meeting>("meeting", "meeting_key"),
      copies: { meeting_name: "meeting_name" },
      picker: ["meeting_key", "meeting_name", "held_on"],
      help: "会議で出た指摘のときに選びます。",
    }),
    meeting_name: text("もとの会議の名前", { width: 320 }),
    origin_ref: text("もとの資料・発言", { width: 480, purpose: "会議録の番号や通知の名前など、たどれる手がかり。" }),
    raised_on: date("受けた日"),
    fu_text: multiLineText("指摘の内容"),
    related_action_id: lookup("関係する事業", {
      from: source<typeof action>("action", "action_id"),
      copies: { action_name: "action_name" },
      picker: ["action_id", "action_name", "dept_name"],
    }),
    action_name: text("関係する事業の名前", { width: 400 }),
    dept_code: lookup("所管課", {
      from: source<typeof dept>("dept", "dept_code"),
      copies: sectionCopies,
      picker: ["dept_code", "dept_name"],
    }),
    dept_name: text("所管課の名前", { width: 240 }),
    ...sectionFields,
    owner: userSelect("担当", { width: 220, purpose: "答えを書く人。" }),
    due_on: date("答える期限", { purpose: "前と後に知らせが届く。" }),
    answer_text: multiLineText("答え", { help: "したこと・これからすること・いつまでに、の順に書きます。" }),
    answered_on: date("答えた日"),
    decline_reason: multiLineText("見送る理由", { help: "見送るときだけ書きます。" }),
    note_public: multiLineText("公開してよい説明"),
    note_internal: multiLineText("内部メモ", { help: "庁内だけで読みます。公表する資料には出ません。" }),
    reports: referenceTable("関係する事業の進捗報告", {
      app: "progress",
      field: "related_action_id",
      relatedField: "action_id",
      columns: ["period", "work_grade", "result_grade", "done_text"],
      sort: "fy desc, term desc",
      size: 5,
    }),
  },
  layout: [
    guide(homeworkProcess),
    group("g_request", { label: "指摘", open: true }, [
      row("fu_key", "fu_title"),
      row("origin_kind", "raised_on", "due_on"),
      row("fu_text"),
      row("meeting_key", "meeting_name"),
      row("origin_ref"),
      row("related_action_id", "action_name"),
    ]),
    group("g_people", { label: "担当", open: true }, [
      row("dept_code", "dept_name"),
      row("owner", "dept_head", "owner_org"),
    ]),
    group("g_answer", { label: "答え", open: true }, [row("answer_text"), row("answered_on")]),
    row("reports"),
    group("g_decline", { label: "見送るとき" }, [row("decline_reason")]),
    group("g_public", { label: "公開と内部メモ" }, [row("note_public"), row("note_internal")]),
  ],
  views: [
    listView("今日の宿題", {
      columns: ["fu_title", "due_on", statusField, "origin_kind", "action_name"],
      where: [waitsForMe, isOpen],
      sort: [["due_on", "asc"]],
    }),
    listView("期限が近い（30日以内）", {
      columns: ["due_on", "fu_title", "dept_name", "owner", statusField],
      where: [isOpen, { field: "due_on", operator: "<=", call: "FROM_TODAY(30, DAYS)" }],
      sort: [["due_on", "asc"]],
    }),
    listView("期限を過ぎた宿題", {
      columns: ["due_on", "fu_title", "dept_name", "owner", "dept_head"],
      where: [isOpen, { field: "due_on", operator: "<", call: "TODAY()" }],
      sort: [["due_on", "asc"]],
    }),
    listView("確認待ち（事務局）", {
      columns: ["fu_title", "dept_name", "due_on", "origin_kind", "fu_key"],
      where: [{ field: statusField, operator: "in", values: ["回答案"] }],
      sort: [["due_on", "asc"]],
    }),
    listView("自分の課", {
      columns: ["fu_title", "due_on", statusField, "owner", "action_name"],
      where: [mySection("owner_org")],
      sort: [["due_on", "desc"]],
    }),
    listView("議会への答え", {
      columns: ["raised_on", "fu_title", "origin_ref", "dept_name", "answered_on", statusField],
      where: [{ field: "origin_kind", operator: "in", values: ["議会"] }],
      sort: [["raised_on", "desc"]],
    }),
    listView("課別", {
      columns: ["dept_name", "fu_title", "due_on", "owner", statusField],
      where: [isOpen],
      sort: [
        ["dept_code", "asc"],
        ["due_on", "asc"],
      ],
    }),
    listView("すべての宿題", {
      columns: ["fu_key", "fu_title", "origin_kind", "dept_name", "due_on", statusField],
      sort: [["due_on", "desc"]],
    }),
  ],
  reports: [
    {
      name: "宿題の状態",
      answers: "答えていない宿題はいくつあるか。",
      chart: "PIE",
      groups: [{ code: statusField }],
      order: "most-first",
    },
    {
      name: "課ごとの宿題",
      answers: "どの課の宿題が、どこまで来ているか。",
      chart: "BAR",
      mode: "STACKED",
      groups: [{ code: "dept_name" }, { code: statusField }],
      order: "by-group",
    },
    {
      name: "どこからの指摘か",
      answers: "委員会・議会・監査・町民・国や県の、どこからの指摘が多いか。",
      chart: "BAR",
      mode: "NORMAL",
      groups: [{ code: "origin_kind" }],
      order: "most-first",
    },
  ],
  process: homeworkProcess,
  permissions: officeAsks,
  plugins: [],
});
