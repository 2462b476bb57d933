import { defineApp } from "../schema/app-schema.ts";
import { checkBox, dropDown, organizationSelect, userSelect } from "../schema/choice-fields.ts";
import { group, inputCheckSpace, row, space, table } from "../schema/layout.ts";
import { defineProcess } from "../schema/process.ts";
import { lookup, source } from "../schema/relation-fields.ts";
import { date, file, key, link, multiLineText, number, text } from "../schema/value-fields.ts";
import { listView, statusField } from "../schema/view.ts";
import { checkReasons } from "./check-reasons.ts";
import { kpiDirections, over100, units } from "./choices.ts";
import type { kpi } from "./kpi.ts";
import { sectionKept } from "./permissions.ts";

const kpiValueProcess = defineProcess(
  [
    { name: "入力待ち", assignees: "creator" },
    { name: "入力済", assignees: ["kachou"] },
    { name: "所属長確認済", assignees: ["jimukyoku"] },
    { name: "確定", assignees: ["jimukyoku"] },
    { name: "公表", assignees: ["jimukyoku"] },
  ],
  [
    { name: "入力を終えて所属長へ送る", from: "入力待ち", to: "入力済" },
    { name: "確認して事務局へ送る", from: "入力済", to: "所属長確認済" },
    { name: "入力者へ差し戻す", from: "入力済", to: "入力待ち" },
    { name: "値を確定する", from: "所属長確認済", to: "確定" },
    { name: "入力者へ差し戻す", from: "所属長確認済", to: "入力待ち" },
    { name: "公表済みにする", from: "確定", to: "公表" },
    { name: "確定を取り消して差し戻す", from: "確定", to: "入力待ち" },
    { name: "訂正のため差し戻す", from: "公表", to: "入力待ち" },
  ],
);

export const kpiValue = defineApp({
  key: "kpi_value",
  name: "KPI実績",
  description:
    "成果指標の年度ごとの値です。空欄と 0 は別のものとして扱います。値がまだないときは「値の状態」で理由を選んでください。",
  theme: "GREEN",
  icon: "APP60",
  keyField: "kpi_fy_key",
  titleField: "kpi_name",
  fields: {
    kpi_fy_key: key("重複防止キー", { help: "指標ID:年度:連番（例：K-001:2025:1）。" }),
    kpi_id: lookup("指標", {
      from: source<typeof kpi>("kpi", "kpi_id"),
      required: true,
      copies: {
        kpi_name: "kpi_name",
        unit: "unit",
        direction: "direction",
        owner_org: "owner_org",
        dept_head: "dept_head",
        owner: "owner",
      },
      picker: ["kpi_id", "kpi_name", "unit"],
      purpose: "その年度の定義をそのまま残すため、名前・単位・向きは登録したときのものを持ち続ける。",
    }),
    kpi_name: text("指標名", { width: 400 }),
    unit: dropDown("単位", units, { width: 140 }),
    direction: dropDown("向き", kpiDirections),
    owner_org: organizationSelect("担当の組織", {
      purpose: "課にあたるkintoneの組織。この組織の人が「自分の課」の人として編集できる。指標を選ぶと入る。",
    }),
    dept_head: userSelect("所属長", { purpose: "所属長確認を行う人。指標を選ぶと入る。" }),
    owner: userSelect("入力担当", { purpose: "この値を入れる人。指標を選ぶと入る。" }),
    fy: number("年度", { required: true, width: 120, help: "西暦の年度で入れます（例：2026）。" }),
    seq: number("連番", { width: 100, help: "同じ年度に2回以上測るときの順番です。1回なら 1。" }),
    target_fy_value: number("年度目標", { width: 160 }),
    forecast_value: number("見込み", { width: 160 }),
    actual_value: number("実績値", { width: 160 }),
    zero_confirmed: checkBox("0の確認", ["0で正しい"], {
      help: "実績が 0 のときは、空欄の間違いでないことを示します。",
    }),
    may_exceed_100: checkBox("範囲", over100),
    data_status: dropDown(
      "値の状態",
      ["確定", "速報", "集計中", "未測定", "測定対象外年度", "算出できない", "小さい数のため非公表"],
      { help: "実績値を入れられないときは、その理由を選びます。" },
    ),
    numerator: number("分子", { width: 160 }),
    denominator: number("分母", { width: 160 }),
    measured_on: date("測った日"),
    evidence_url: link("根拠のURL", { width: 360 }),
    evidence_file: file("根拠の資料"),
    change_reason: multiLineText("増減の理由", { help: "前の値から大きく変わったときに、理由を書きます。" }),
    progress_rate: number("前進率（自動）", { width: 140, unit: "%" }),
    simple_ratio: number("単純比（自動）", { width: 140, unit: "%" }),
    pace_gap: number("ペース差（自動）", { width: 140, unit: "ポイント" }),
    result_grade: dropDown("判定", ["A", "B", "C", "D"], { help: "D は「評価できない」です。" }),
    note_public: multiLineText("公開してよい説明"),
    note_internal: multiLineText("内部メモ"),
    check_reasons: checkReasons,
  },
  layout: [
    space(inputCheckSpace),
    group("g_which", { label: "どの指標の、いつの値か", open: true }, [
      row("kpi_id", "kpi_name"),
      row("direction"),
      row("owner_org", "dept_head", "owner"),
      row("fy", "seq", "kpi_fy_key"),
    ]),
    group("g_value", { label: "値", open: true }, [
      row("actual_value", "unit", "data_status"),
      row("zero_confirmed", "may_exceed_100"),
      row("numerator", "denominator"),
      row("target_fy_value", "forecast_value"),
      row("change_reason"),
    ]),
    group("g_evidence", { label: "根拠", open: true }, [row("measured_on", "evidence_url"), row("evidence_file")]),
    group("g_judgement", { label: "判定（自動）" }, [
      row("progress_rate", "simple_ratio", "pace_gap"),
      row("result_grade"),
    ]),
    group("g_public", { label: "公開と内部メモ" }, [row("note_public"), row("note_internal")]),
    table("check_reasons"),
  ],
  views: [
    listView("指標と年度の一覧", {
      columns: [
        "kpi_id",
        "kpi_name",
        "fy",
        "actual_value",
        "unit",
        "forecast_value",
        "target_fy_value",
        "data_status",
        statusField,
      ],
      sort: [
        ["kpi_id", "asc"],
        ["fy", "asc"],
      ],
    }),
    listView("入力待ち", {
      columns: ["fy", "kpi_id", "kpi_name", "unit", "data_status"],
      where: [{ field: statusField, operator: "in", values: ["入力待ち"] }],
      sort: [["fy", "asc"]],
    }),
    listView("確認待ち", {
      columns: ["fy", "kpi_id", "kpi_name", "actual_value", "unit", "data_status", statusField],
      where: [{ field: statusField, operator: "in", values: ["入力済", "所属長確認済"] }],
      sort: [["fy", "desc"]],
    }),
  ],
  process: kpiValueProcess,
  permissions: sectionKept,
  plugins: ["input-check"],
});
