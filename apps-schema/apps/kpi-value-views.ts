import { listView, mySection, statusField, waitsForMe } from "../schema/view.ts";

/** What was published stays in 年度別 and 公表できる値: lists to work with must not grow with every year. */
const isNotPublished = { field: statusField, operator: "not in", values: ["公表"] } as const;

/** A settled value waits for nobody unless it is for the public. */
const isNotSettled = { field: statusField, operator: "not in", values: ["確定", "公表"] } as const;
const isForThePublic = { field: "is_public", operator: "in", values: ["公開"] } as const;

export const kpiValueViews = [
  listView("指標と年度の一覧", {
    columns: [
      "kpi_id",
      "kpi_name",
      "period",
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
  listView("今日の宿題（確認する値）", {
    columns: ["kpi_name", "period", "actual_value", "unit", "due_on", statusField],
    where: [waitsForMe, isNotSettled],
    sort: [["due_on", "asc"]],
  }),
  listView("今日の宿題（入れる値）", {
    columns: ["kpi_name", "period", "due_on", "unit", "data_status"],
    where: [
      { field: "owner", operator: "in", call: "LOGINUSER()" },
      { field: statusField, operator: "in", values: ["入力待ち"] },
    ],
    sort: [["due_on", "asc"]],
  }),
  listView("入力待ち", {
    columns: ["due_on", "period", "kpi_name", "dept_name", "owner", "data_status"],
    where: [{ field: statusField, operator: "in", values: ["入力待ち"] }],
    sort: [
      ["due_on", "asc"],
      ["fy", "asc"],
    ],
  }),
  listView("期限を過ぎた入力待ち", {
    columns: ["due_on", "kpi_name", "period", "dept_name", "owner"],
    where: [
      { field: statusField, operator: "in", values: ["入力待ち"] },
      { field: "due_on", operator: "<", call: "TODAY()" },
    ],
    sort: [["due_on", "asc"]],
  }),
  listView("確認待ち", {
    columns: ["kpi_name", "period", "actual_value", "unit", "data_status", statusField],
    where: [{ field: statusField, operator: "in", values: ["入力済", "所属長確認済"] }],
    sort: [["fy", "desc"]],
  }),
  listView("自分の課", {
    columns: ["kpi_name", "period", "actual_value", "unit", "due_on", statusField],
    where: [mySection("owner_org")],
    sort: [
      ["fy", "desc"],
      ["kpi_id", "asc"],
    ],
  }),
  listView("年度別", {
    columns: ["period", "kpi_name", "actual_value", "unit", "target_fy_value", "result_grade", "data_status"],
    sort: [
      ["fy", "desc"],
      ["kpi_id", "asc"],
    ],
  }),
  listView("課別", {
    columns: ["dept_name", "kpi_name", "period", "actual_value", "unit", statusField],
    where: [isNotPublished],
    sort: [
      ["dept_code", "asc"],
      ["kpi_id", "asc"],
      ["fy", "desc"],
    ],
  }),
  listView("公表を待つ値", {
    columns: ["kpi_name", "period", "actual_value", "unit", "data_status", "note_public"],
    where: [{ field: statusField, operator: "in", values: ["確定"] }, isForThePublic],
    sort: [
      ["kpi_id", "asc"],
      ["fy", "asc"],
    ],
  }),
  listView("公表できる値", {
    columns: ["kpi_name", "period", "actual_value", "unit", "data_status", "note_public"],
    where: [{ field: statusField, operator: "in", values: ["確定", "公表"] }, isForThePublic],
    sort: [
      ["kpi_id", "asc"],
      ["fy", "asc"],
    ],
  }),
] as const;
