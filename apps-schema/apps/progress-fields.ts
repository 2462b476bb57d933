import { checkBox, dropDown, userSelect } from "../schema/choice-fields.ts";
import { lookup, referenceTable, source, subtable } from "../schema/relation-fields.ts";
import { date, key, multiLineText, number, text } from "../schema/value-fields.ts";
import type { action } from "./action.ts";
import {
  directions,
  fyHelp,
  phaseKinds,
  resultGradeHelp,
  resultGrades,
  westernAndJapaneseYear,
  workGrades,
} from "./choices.ts";
import { inheritedSection, sectionFields } from "./section-fields.ts";

const terms = ["上期", "年度末"] as const;

export const progressFields = {
  progress_key: key("報告の番号", {
    width: 240,
    help: "事業ID:年度:期 の順に、間をコロン（:）でつなぎます（例：A-001:2026:上期）。",
    purpose: "同じ事業の同じ期の報告が2つできないようにする。",
  }),
  action_id: lookup("事業", {
    from: source<typeof action>("action", "action_id"),
    required: true,
    copies: {
      action_name: "action_name",
      initiative_id: "initiative_id",
      initiative_name: "initiative_name",
      ...inheritedSection,
      owner: "owner",
      owner_sub: "owner_sub",
    },
    picker: ["action_id", "action_name", "dept_name"],
    help: "「取得」を押すと、事業の名前と担当が入ります。",
  }),
  action_name: text("事業名", { width: 480 }),
  initiative_id: text("取組ID", { width: 120 }),
  initiative_name: text("取組名", { width: 400 }),
  dept_code: text("所管課", { width: 140 }),
  dept_name: text("所管課の名前", { width: 240 }),
  ...sectionFields,
  owner: userSelect("主担当", { width: 220, purpose: "この報告を書く人。事業から写る。" }),
  owner_sub: userSelect("副担当", { width: 220 }),
  fy: number("年度", { required: true, width: 120, help: fyHelp }),
  term: dropDown("期", terms, { required: true, width: 120 }),
  period: text("年度と期", {
    width: 200,
    expression: `${westernAndJapaneseYear} & " " & term`,
    purpose: "年度と期を1つの言葉にしたもの。グラフと一覧で使う。自動で入る。",
  }),
  due_on: date("提出期限", { purpose: "事務局が決める。前と後に知らせが届く。" }),

  phase_now: dropDown("いまの工程", phaseKinds),
  work_grade: dropDown("工程の進み", workGrades, { purpose: "やることの進み。成果とは分けて見る。" }),
  result_grade: dropDown("成果の進み", resultGrades, {
    help: resultGradeHelp,
    purpose: "良くなったかどうか。数字がまだなければ D を選ぶ。",
  }),
  done_text: multiLineText("やったこと", {
    help: "この半年にしたことを書きます。変わらないときは「変化なし」と書きます。",
  }),
  blocker_kind: checkBox(
    "遅れ・止まりのわけ",
    ["予算", "人手", "業者", "法令・国待ち", "他課調整", "町民周知", "技術", "特になし"],
    { help: "「遅れている」「止まっている」を選んだときに、あてはまるものをすべて選びます。" },
  ),
  blocker_text: multiLineText("わけの説明"),
  next_steps: subtable("次にやることの表", {
    ns_what: text("何を", { width: 320 }),
    ns_who: text("だれが", { width: 160 }),
    ns_by: date("いつまでに"),
    ns_done: dropDown("できたか", ["まだ", "済"], { width: 110 }),
  }),
  help_needed: dropDown("相談の相手", ["なし", "事務局", "委員会", "町長"], {
    help: "「事務局」「委員会」「町長」を選ぶと、事務局の「相談がある」一覧に出ます。",
  }),
  help_text: text("相談したいこと", { width: 480 }),
  learned: multiLineText("町民の声・数字でわかったこと"),
  direction_next: dropDown("今後の方向", directions, {
    help: "「継続」のほかを選ぶときは、わけの説明に理由を書きます。",
  }),
  entry_minutes: number("入力にかかった時間", {
    width: 160,
    unit: "分",
    help: "だいたいでかまいません。入力の手間を減らすために使います。",
  }),
  note_public: multiLineText("公開してよい説明", { help: "町民が読む文です。個人の名前や番号は書きません。" }),
  note_internal: multiLineText("内部メモ"),
  earlier: referenceTable("この事業の報告", {
    app: "progress",
    field: "action_id",
    relatedField: "action_id",
    columns: ["fy", "term", "work_grade", "result_grade", "done_text"],
    sort: "fy desc, term desc",
    size: 5,
  }),
} as const;
