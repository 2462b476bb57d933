import { statusField } from "../schema/view.ts";

/** Coverage of the plan by projects; what has none does not stand in a graph, so each says how many there should be. */
export const actionReports = [
  {
    name: "課題ごとの事業の数（8つの課題）",
    answers: "8つの課題のうち、手を打っていないものはどれか。出てこない課題には事業がありません。",
    chart: "BAR",
    mode: "NORMAL",
    groups: [{ code: "issue_ids" }],
    order: "by-group",
  },
  {
    name: "取組ごとの事業の数（16の取組）",
    answers: "16の取組のうち、事業がないものはどれか。出てこない取組には事業がありません。",
    chart: "BAR",
    mode: "STACKED",
    groups: [{ code: "initiative_id" }, { code: statusField }],
    order: "by-group",
  },
  {
    name: "実施事項ごとの事業の数（52の実施事項）",
    answers: "52の実施事項のうち、事業がないものはどれか。出てこない実施事項には事業がありません。",
    chart: "TABLE",
    groups: [{ code: "sub_item_id" }],
    order: "by-group",
  },
  {
    name: "課ごとの事業の状態",
    answers: "どの課の事業が、どこまで進んでいるか。",
    chart: "BAR",
    mode: "STACKED",
    groups: [{ code: "dept_name" }, { code: statusField }],
    order: "by-group",
  },
  {
    name: "だれのための事業か",
    answers: "町民・事業者・職員の、だれに向けた事業が多いか。",
    chart: "BAR",
    mode: "NORMAL",
    groups: [{ code: "target_who" }],
    order: "most-first",
  },
  {
    name: "手段の種類",
    answers: "デジタル化だけになっていないか。改善や改革もあるか。",
    chart: "PIE",
    groups: [{ code: "means_kind" }],
    order: "most-first",
  },
] as const;
