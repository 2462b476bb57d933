import { checkBox, dropDown, multiSelect, organizationSelect, userSelect } from "../schema/choice-fields.ts";
import { lookup, referenceTable, source } from "../schema/relation-fields.ts";
import { key, multiLineText, number, text } from "../schema/value-fields.ts";
import { costs, fyGoals, kpiLinks, phases, risks } from "./action-tables.ts";
import { checkReasons } from "./check-reasons.ts";
import { directions, groupKinds, issueIds, issueIdsHelp, pillars } from "./choices.ts";
import type { dept } from "./dept.ts";
import { sectionCopies, sectionFields } from "./section-fields.ts";
import type { subItem } from "./sub-item.ts";

export const actionFields = {
  action_id: key("事業ID", { help: "A- と3けたの数字（例：A-053）。" }),
  action_name: text("事業名", {
    required: true,
    width: 480,
    help: "40文字まで。製品の名前だけでなく、何を良くするかを入れます。",
  }),
  sub_item_id: lookup("実施事項", {
    from: source<typeof subItem>("sub_item", "sub_item_id"),
    required: true,
    copies: {
      sub_text: "sub_text",
      initiative_id: "initiative_id",
      initiative_name: "initiative_name",
      group_kind: "group_kind",
    },
    picker: ["sub_item_id", "sub_text", "initiative_name"],
    help: "52の実施事項から選びます。「取得」を押すと、文と取組名が入ります。",
  }),
  sub_text: text("実施事項の文", { width: 480 }),
  initiative_id: text("取組ID", { width: 120 }),
  initiative_name: text("取組名", { width: 400 }),
  group_kind: dropDown("区分", groupKinds, { width: 120 }),
  dept_code: lookup("所管課", {
    from: source<typeof dept>("dept", "dept_code"),
    copies: sectionCopies,
    picker: ["dept_code", "dept_name"],
    help: "「取得」を押すと、課の名前と所属長が入ります。",
  }),
  dept_name: text("所管課の名前", { width: 240 }),
  ...sectionFields,
  co_depts: organizationSelect("関係課"),
  owner: userSelect("主担当", { help: "異動や休みに備えて、副担当も決めます。" }),
  owner_sub: userSelect("副担当", { purpose: "主担当が異動・休みのときに続けられるようにする。" }),

  target_who: checkBox(
    "対象（だれの）",
    ["町民全般", "高齢者", "子育て世代", "障害のある方", "外国人住民", "事業者", "職員"],
    { vertical: true, width: 150 },
  ),
  target_other: text("対象（その他）", { width: 280 }),
  current_problem: multiLineText("現状と困りごと", { help: "だれが、何に、どのくらい困っているかを書きます。" }),
  means_kind: checkBox("手段の種類", ["デジタル化", "改善", "改革"], { vertical: true, width: 130 }),
  activity: multiLineText("やること", { help: "だれが、何を、どこまでするかを書きます。" }),
  stop_doing: multiLineText("やめる・減らす仕事", {
    help: "デジタルにする前に、やめられる仕事・まとめられる仕事を書きます。",
  }),
  alt_channel: checkBox(
    "デジタルを使わない人への手段",
    ["窓口", "電話", "郵送", "出張", "家族・代理", "郵便局", "なし"],
    { help: "町民や事業者が対象のときに選びます。" },
  ),
  ideal_state: multiLineText("あるべき姿（良くなること）", {
    width: 280,
    height: 190,
    help: "手段ではなく、良くなったあとの状態を書きます（例：申請のために役場へ行く回数が減る）。",
  }),
  town_vision: dropDown("まちのあるべき姿", ["未登録"], {
    width: 180,
    purpose: "計画書では図にあり、文字として残っていない。町が言葉を決めたら選択肢に足す。",
  }),
  issue_ids: multiSelect("対応する課題", issueIds, { help: issueIdsHelp }),
  pillar: checkBox("柱", pillars, { help: "この事業が目指すほうを選びます。両方でもかまいません。" }),

  phases,
  fy_goals: fyGoals,
  direction_next: dropDown("今後の方向", directions, {
    help: "年度末の評価のときに選びます。",
  }),

  kpi_links: kpiLinks,

  costs,
  hours_before: number("1件あたりの時間（今）", { width: 180, unit: "分" }),
  hours_after: number("1件あたりの時間（あと）", { width: 180, unit: "分" }),
  volume_year: number("1年間の件数", { width: 160, unit: "件", grouped: true }),
  budget_request: dropDown("予算との連動", ["要求する", "しない", "済"], {
    help: "次の年度の予算に入れるかどうかを、10月までに決めます。",
  }),

  joint_check: dropDown(
    "共同化の検討",
    ["県の共同調達", "近隣町と共同", "国の共通SaaS", "既存ツールで可", "単独", "検討中"],
    { width: 200, help: "一町では割高になりやすい事業で、ほかの道を考えたかどうかを残します。" },
  ),
  joint_reason: text("そう考えた理由", { width: 440 }),
  local_helpers: number("地域の担い手", { width: 140, unit: "人" }),
  helpers_note: text("担い手の説明", { width: 360, help: "教室や相談をするときに、地域で教える人の数を入れます。" }),
  privacy_class: dropDown("個人情報・セキュリティ", ["なし", "あり(委託なし)", "あり(委託あり)", "要PIA確認"], {
    width: 200,
    help: "町民の名前や番号を扱うかどうかを選びます。迷ったら「要PIA確認」を選びます。",
  }),
  risks,

  note_public: multiLineText("公開してよい説明", { help: "町民が読む文です。個人の名前や番号は書きません。" }),
  note_internal: multiLineText("内部メモ", { help: "庁内だけで読みます。公表する資料には出ません。" }),
  check_reasons: checkReasons,
  reports: referenceTable("この事業の進捗報告", {
    app: "progress",
    field: "action_id",
    relatedField: "action_id",
    columns: ["period", "work_grade", "result_grade", "done_text"],
    sort: "fy desc, term desc",
    size: 5,
  }),
  homework: referenceTable("この事業への指摘・宿題", {
    app: "homework",
    field: "action_id",
    relatedField: "related_action_id",
    columns: ["fu_key", "fu_title", "due_on", "origin_kind"],
    sort: "due_on desc",
    size: 5,
  }),
} as const;
