import { statusField } from "../schema/view.ts";

const isGraded = { field: "work_grade", operator: "not in", values: [""] } as const;

/** Grades are published as counts and as shares, work and result apart. */
export const progressReports = [
  {
    name: "工程の進み（件数）",
    answers: "進んでいる・予定どおり・遅れている・止まっている事業は、回ごとにいくつあるか。",
    chart: "COLUMN",
    mode: "STACKED",
    groups: [{ code: "period" }, { code: "work_grade" }],
    where: [isGraded],
    order: "by-group",
  },
  {
    name: "工程の進み（割合）",
    answers: "進んでいる・予定どおり・遅れている・止まっている事業は、回ごとに何割か。",
    chart: "COLUMN",
    mode: "PERCENTAGE",
    groups: [{ code: "period" }, { code: "work_grade" }],
    where: [isGraded],
    order: "by-group",
  },
  {
    name: "成果の進み（件数）",
    answers: "A・B・C・D の事業は、回ごとにいくつあるか。",
    chart: "COLUMN",
    mode: "STACKED",
    groups: [{ code: "period" }, { code: "result_grade" }],
    where: [{ field: "result_grade", operator: "not in", values: [""] }],
    order: "by-group",
  },
  {
    name: "成果の進み（割合）",
    answers: "A・B・C・D の事業は、回ごとに何割か。",
    chart: "COLUMN",
    mode: "PERCENTAGE",
    groups: [{ code: "period" }, { code: "result_grade" }],
    where: [{ field: "result_grade", operator: "not in", values: [""] }],
    order: "by-group",
  },
  {
    name: "工程と成果のつき合わせ",
    answers: "仕事は進んだのに、良くなっていない事業はいくつあるか。",
    chart: "PIVOT_TABLE",
    groups: [{ code: "work_grade" }, { code: "result_grade" }],
    where: [isGraded],
    order: "by-group",
  },
  {
    name: "遅れ・止まりのわけ",
    answers: "遅れや止まりは、何のせいで起きているか。",
    chart: "BAR",
    mode: "NORMAL",
    groups: [{ code: "blocker_kind" }],
    where: [{ field: "work_grade", operator: "in", values: ["遅れている", "止まっている"] }],
    order: "most-first",
  },
  {
    name: "課ごとの提出のようす",
    answers: "どの課の報告が、どこまで来ているか。",
    chart: "BAR",
    mode: "STACKED",
    groups: [{ code: "dept_name" }, { code: statusField }],
    order: "by-group",
  },
] as const;
