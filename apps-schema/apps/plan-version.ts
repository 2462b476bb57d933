import { defineApp } from "../schema/app-schema.ts";
import { dropDown } from "../schema/choice-fields.ts";
import { group, guide, note, row, table } from "../schema/layout.ts";
import { referenceTable, subtable } from "../schema/relation-fields.ts";
import { date, file, key, link, multiLineText, number, text } from "../schema/value-fields.ts";
import { listView, statusField, waitsForMe } from "../schema/view.ts";
import { officeKept } from "./permissions.ts";
import { planVersionProcess } from "./plan-version-process.ts";

export const planVersion = defineApp({
  key: "plan_version",
  name: "計画バージョン",
  description:
    "DX推進計画の版の一覧です。1つの記録が1つの版です。本文は章ごとに入っていて、計画書のままの言葉で読めます。",
  theme: "WHITE",
  icon: "APP66",
  keyField: "version_no",
  titleField: "version_no",
  fields: {
    version_no: key("版", { purpose: "計画書の表紙の表記（例：Ver.5.0）。" }),
    revised_ym: date("改定年月", { help: "年月だけが分かるときは、その月の1日を入れます。" }),
    revision_kind: dropDown("改定種別", ["策定", "年次更新", "全部改定", "一部修正"]),
    fy_from: number("適用年度", { width: 140, help: "西暦の年度で入れます（例：2026）。" }),
    national_plan_ref: text("準拠した国の計画", { width: 480, purpose: "国の計画の名前と版。" }),
    related_plans: subtable("上位・関連計画", {
      rel_kind: dropDown("種類", ["国", "県", "町", "その他"], { width: 110 }),
      rel_name: text("名前", { width: 320 }),
      rel_part: text("部分", { width: 200 }),
      rel_note: text("計画書での見出し", { width: 240 }),
    }),
    purpose_formula: text("目的の式", { width: 560, purpose: "計画書「03 目的」。" }),
    chapters: subtable("本文（章ごと）", {
      ch_no: text("章", { width: 90 }),
      ch_title: text("見出し", { width: 280 }),
      ch_text: multiLineText("本文", { width: 480 }),
    }),
    missing_note: multiLineText("文字として残っていない部分", {
      purpose: "計画書で図だったため、文字にない部分。",
    }),
    approved_on: date("決裁日"),
    published_on: date("公表日"),
    public_url: link("公表URL", { width: 360 }),
    half_request_on: date("上期の報告を依頼する日", {
      help: "10月から11月のあいだで決めます。その日の朝、事務局に知らせが届きます。",
    }),
    year_request_on: date("年度末の報告を依頼する日", {
      help: "翌年の4月から5月のあいだで決めます。その日の朝、事務局に知らせが届きます。",
    }),
    snapshot_file: file("版の写し", { purpose: "施行したときの全記録。" }),
    note_public: multiLineText("公開してよい説明"),
    note_internal: multiLineText("内部メモ"),
    revisions: referenceTable("この版で変えたところ", {
      app: "revision",
      field: "version_no",
      relatedField: "to_version",
      columns: ["rev_key", "rev_title", "rev_cause", "decided_name"],
      sort: "rev_key asc",
      size: 20,
    }),
  },
  layout: [
    guide(planVersionProcess),
    group("g_version", { label: "版", open: true }, [
      row("version_no", "revised_ym"),
      row("revision_kind", "fy_from"),
      row("purpose_formula"),
      row("national_plan_ref"),
    ]),
    group("g_text", { label: "本文", open: true }, [note("計画書のままの文です。直すときは、新しい版を作ります。")]),
    table("chapters"),
    table("related_plans"),
    row("revisions"),
    group("g_missing", { label: "文字として残っていない部分" }, [row("missing_note")]),
    group("g_approval", { label: "決裁と公表" }, [
      row("approved_on", "published_on"),
      row("public_url"),
      row("snapshot_file"),
    ]),
    group("g_requests", { label: "報告を依頼する日" }, [row("half_request_on", "year_request_on")]),
    group("g_notes", { label: "公開と内部メモ" }, [row("note_public"), row("note_internal")]),
  ],
  views: [
    listView("版の一覧", {
      columns: ["version_no", "revised_ym", "revision_kind", "fy_from", "published_on", statusField],
      sort: [["revised_ym", "desc"]],
    }),
    listView("今日の宿題", {
      columns: ["version_no", statusField, "revision_kind", "更新日時"],
      where: [waitsForMe, { field: statusField, operator: "not in", values: ["施行(現行)", "旧版"] }],
      sort: [["更新日時", "asc"]],
    }),
    listView("これから施行する版", {
      columns: ["version_no", statusField, "revised_ym", "revision_kind", "fy_from", "更新日時"],
      where: [{ field: statusField, operator: "not in", values: ["施行(現行)", "旧版"] }],
      sort: [["revised_ym", "desc"]],
    }),
    listView("今の版", {
      columns: ["version_no", "revised_ym", "fy_from", "approved_on", "published_on", "public_url"],
      where: [{ field: statusField, operator: "in", values: ["施行(現行)"] }],
      sort: [["revised_ym", "desc"]],
    }),
  ],
  actions: [{ name: "改定履歴をつくる", to: "revision", copies: { from_version: "version_no" }, roles: ["jimukyoku"] }],
  process: planVersionProcess,
  permissions: officeKept,
  plugins: [],
});
