import { checkBox, dropDown, multiSelect, radio, userSelect } from "../schema/choice-fields.ts";
import { lookup, referenceTable, source } from "../schema/relation-fields.ts";
import { date, key, link, multiLineText, number, text } from "../schema/value-fields.ts";
import { checkReasons } from "./check-reasons.ts";
import { issueIds, issueIdsHelp, kpiDirections, over100, pillars, publicities, units } from "./choices.ts";
import type { dept } from "./dept.ts";
import { sectionCopies, sectionFields } from "./section-fields.ts";

export const kpiFields = {
  kpi_id: key("指標ID", { help: "K- と3けたの数字（例：K-012）。" }),
  kpi_name: text("指標名", { required: true, width: 480, help: "40文字まで。数字や単位は名前に入れません。" }),
  kpi_level: dropDown("段階", ["活動(やった量)", "成果(良くなった量)", "影響(まち全体)"], {
    purpose: "やった量か、良くなった量か、まち全体の変化か。",
  }),
  pillar: checkBox("柱", pillars),
  issue_ids: multiSelect("対応する課題", issueIds, { help: issueIdsHelp }),
  unit: dropDown("単位", units, { width: 140 }),
  unit_other: text("単位（その他）", { width: 140 }),
  may_exceed_100: checkBox("100を超える値", over100, { purpose: "%の値が100を超えてよい指標。" }),
  direction: dropDown("向き", kpiDirections, { help: "数がどうなれば良くなったと言えるかを選びます。" }),
  range_min: number("保つ範囲の下", { width: 140 }),
  range_max: number("保つ範囲の上", { width: 140 }),
  aggregation: dropDown("集計のしかた", ["年度の量(フロー)", "年度末の状態(ストック)", "累計"], { width: 240 }),
  formula_text: multiLineText("算出方法"),
  num_name: text("分子の名前", { width: 280, help: "割合の指標では、何を何で割るかを書きます。" }),
  den_name: text("分母の名前", { width: 280 }),
  base_value: number("基準値", { width: 140 }),
  base_on: date("基準時点"),
  target_value: number("目標値", { width: 140 }),
  target_fy: number("目標年度", { width: 140, help: "西暦の年度で入れます（例：2030）。" }),
  target_nature: dropDown("目標の性格", ["町の目標", "見込み", "国の目標"], {
    purpose: "町が約束する目標か、見込みか、国が決めた目標か。計画書の国勢調査の値は見込み。",
  }),
  target_reason: multiLineText("目標にした理由"),
  reference_value: text("比べる値", { width: 280, help: "国・県・近隣町の値があれば、出典と一緒に書きます。" }),
  source_name: text("出典", { width: 280 }),
  source_url: link("出典のURL", { width: 320 }),
  collect_how: dropDown("取得方法", ["統計", "業務システム", "アンケート", "手作業集計"]),
  frequency: dropDown("測る頻度", ["毎月", "四半期", "半期", "毎年度", "2年", "3年", "5年", "随時"]),
  available_month: number("値が出る月", { width: 120, unit: "月" }),
  dept_code: lookup("所管課", {
    from: source<typeof dept>("dept", "dept_code"),
    copies: sectionCopies,
    picker: ["dept_code", "dept_name"],
  }),
  dept_name: text("所管課の名前", { width: 240 }),
  ...sectionFields,
  owner: userSelect("入力担当"),
  owner_sub: userSelect("副担当"),
  small_n_rule: radio("小さい数の扱い", ["なし", "10未満は出さない"], { defaultValue: "なし" }),
  is_public: radio("公開", publicities, { defaultValue: "庁内のみ" }),
  replaces_kpi_id: text("前の指標のID", { width: 160, help: "指標を取り替えたときに、前の指標のIDを入れます。" }),
  change_reason: multiLineText("取り替えた理由"),
  note_public: multiLineText("公開してよい説明"),
  note_internal: multiLineText("内部メモ"),
  check_reasons: checkReasons,
  values: referenceTable("年度ごとの値", {
    app: "kpi_value",
    field: "kpi_id",
    relatedField: "kpi_id",
    columns: ["fy", "actual_value", "forecast_value", "target_fy_value", "data_status"],
    sort: "fy asc",
    size: 20,
  }),
} as const;
