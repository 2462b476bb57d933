import { listView, mySection, statusField, waitsForMe } from "../schema/view.ts";

const isOpen = { field: statusField, operator: "in", values: ["依頼中", "記入中"] } as const;

/** Published reports are history: lists to work with leave them to 年度別, or they would grow with every year. */
const isNotPublished = { field: statusField, operator: "not in", values: ["公表済"] } as const;

/** For the writer, the manager (also on a phone: few columns, the name first), the office and the committee. */
export const progressViews = [
  listView("今日の宿題", {
    columns: ["action_name", "period", "due_on", statusField, "dept_name"],
    where: [waitsForMe, isNotPublished],
    sort: [
      ["due_on", "asc"],
      ["progress_key", "asc"],
    ],
  }),
  // Asked for in one file for many projects, a report waits for who made the file until its owner begins it.
  listView("今日の宿題（これから始める報告）", {
    columns: ["action_name", "period", "due_on", "dept_name"],
    where: [
      { field: "owner", operator: "in", call: "LOGINUSER()" },
      { field: statusField, operator: "in", values: ["依頼中"] },
    ],
    sort: [
      ["due_on", "asc"],
      ["progress_key", "asc"],
    ],
  }),
  listView("確認待ち（所属長）", {
    columns: ["action_name", "work_grade", "result_grade", "help_needed", "period"],
    where: [waitsForMe, { field: statusField, operator: "in", values: ["所属長確認"] }],
    sort: [["due_on", "asc"]],
  }),
  listView("確認待ち（事務局）", {
    columns: ["action_name", "dept_name", "work_grade", "result_grade", "help_needed", "period"],
    where: [{ field: statusField, operator: "in", values: ["事務局確認"] }],
    sort: [["due_on", "asc"]],
  }),
  listView("未提出", {
    columns: ["due_on", "action_name", "dept_name", "owner", statusField, "period"],
    where: [isOpen],
    sort: [
      ["due_on", "asc"],
      ["dept_code", "asc"],
    ],
  }),
  listView("期限を過ぎた未提出", {
    columns: ["due_on", "action_name", "dept_name", "owner", "owner_sub", "period"],
    where: [isOpen, { field: "due_on", operator: "<", call: "TODAY()" }],
    sort: [["due_on", "asc"]],
  }),
  listView("担当者が決まっていない報告", {
    columns: ["action_name", "dept_name", "owner", "dept_head", "period"],
    where: [
      { field: "owner", operator: "in", values: [""] },
      { field: "dept_head", operator: "in", values: [""] },
    ],
    joint: "or",
    sort: [["progress_key", "asc"]],
  }),
  listView("遅れ・止まり", {
    columns: ["action_name", "work_grade", "blocker_kind", "dept_name", "period", "due_on"],
    where: [{ field: "work_grade", operator: "in", values: ["遅れている", "止まっている"] }, isNotPublished],
    sort: [
      ["fy", "desc"],
      ["term", "desc"],
      ["work_grade", "desc"],
    ],
  }),
  listView("進んだのに成果が見えない", {
    columns: ["action_name", "work_grade", "result_grade", "dept_name", "period"],
    where: [
      { field: "work_grade", operator: "in", values: ["進んでいる", "予定どおり"] },
      { field: "result_grade", operator: "in", values: ["C", "D"] },
      isNotPublished,
    ],
    sort: [
      ["fy", "desc"],
      ["term", "desc"],
    ],
  }),
  listView("相談がある", {
    columns: ["help_needed", "help_text", "action_name", "dept_name", "period"],
    where: [{ field: "help_needed", operator: "in", values: ["事務局", "委員会", "町長"] }, isNotPublished],
    sort: [
      ["fy", "desc"],
      ["term", "desc"],
    ],
  }),
  listView("自分の課", {
    columns: ["action_name", "period", "work_grade", "result_grade", statusField],
    where: [mySection("owner_org")],
    sort: [
      ["fy", "desc"],
      ["term", "desc"],
    ],
  }),
  listView("年度別", {
    columns: ["period", "action_name", "dept_name", "work_grade", "result_grade", statusField],
    sort: [
      ["fy", "desc"],
      ["term", "desc"],
      ["action_id", "asc"],
    ],
  }),
  listView("課別", {
    columns: ["dept_name", "action_name", "period", "work_grade", "result_grade", statusField],
    where: [isNotPublished],
    sort: [
      ["dept_code", "asc"],
      ["fy", "desc"],
      ["term", "desc"],
    ],
  }),
] as const;
