import { checkBox, dropDown, radio, userSelect } from "../schema/choice-fields.ts";
import { lookup, referenceTable, source } from "../schema/relation-fields.ts";
import { date, file, key, link, multiLineText, number, text } from "../schema/value-fields.ts";
import { checkReasons } from "./check-reasons.ts";
import {
  kpiDirections,
  over100,
  publicities,
  resultGradeHelp,
  resultGrades,
  units,
  westernAndJapaneseYear,
} from "./choices.ts";
import type { kpi } from "./kpi.ts";
import { inheritedSection, sectionFields } from "./section-fields.ts";

export const kpiValueFields = {
  kpi_fy_key: key("重複防止キー", { help: "指標ID:年度:連番（例：K-001:2025:1）。" }),
  kpi_id: lookup("指標", {
    from: source<typeof kpi>("kpi", "kpi_id"),
    required: true,
    copies: {
      kpi_name: "kpi_name",
      unit: "unit",
      direction: "direction",
      is_public: "is_public",
      ...inheritedSection,
      owner: "owner",
      owner_sub: "owner_sub",
    },
    picker: ["kpi_id", "kpi_name", "unit"],
    purpose: "その年度の定義をそのまま残すため、名前・単位・向きは登録したときのものを持ち続ける。",
  }),
  kpi_name: text("指標名", { width: 400 }),
  unit: dropDown("単位", units, { width: 140 }),
  direction: dropDown("向き", kpiDirections),
  is_public: radio("公開", publicities, {
    defaultValue: "庁内のみ",
    purpose: "「庁内のみ」の値は、公表の段階に進まず、公開担当に見えない。指標から写る。",
  }),
  dept_code: text("所管課", { width: 140, purpose: "指標の所管課。指標から写る。" }),
  dept_name: text("所管課の名前", { width: 240 }),
  ...sectionFields,
  owner: userSelect("入力担当", { width: 220, purpose: "値を入れる人。指標から写る。" }),
  owner_sub: userSelect("副担当", { width: 220 }),
  due_on: date("入力期限", { help: "事務局が決めます。前と後に知らせが届きます。" }),
  fy: number("年度", { required: true, width: 120, help: "西暦の年度で入れます（例：2026）。" }),
  period: text("年度（令和）", {
    width: 200,
    expression: westernAndJapaneseYear,
    purpose: "西暦の年度に令和を添えた言葉。一覧で使う。自動で入る。",
  }),
  seq: number("連番", { width: 100, help: "同じ年度に2回以上測るときの順番です。1回なら 1。" }),
  target_fy_value: number("年度目標", { width: 160 }),
  forecast_value: number("見込み", { width: 160 }),
  actual_value: number("実績値", { width: 160, help: "数字だけを入れます。単位は右に出ています。" }),
  zero_confirmed: checkBox("0の確認", ["0で正しい"], {
    help: "実績が 0 のときは、空欄の間違いでないことを示します。",
  }),
  may_exceed_100: checkBox("100を超える値", over100),
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
  result_grade: dropDown("判定", resultGrades, { help: resultGradeHelp }),
  note_public: multiLineText("公開してよい説明"),
  note_internal: multiLineText("内部メモ"),
  check_reasons: checkReasons,
  other_years: referenceTable("この指標の年度ごとの値", {
    app: "kpi_value",
    field: "kpi_id",
    relatedField: "kpi_id",
    columns: ["fy", "actual_value", "forecast_value", "target_fy_value", "data_status"],
    sort: "fy desc, seq desc",
    size: 5,
  }),
} as const;
