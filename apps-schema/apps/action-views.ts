import { customView, listView, mySection, statusField, waitsForMe } from "../schema/view.ts";

export const roadmapElement = "machi-dx-roadmap";

/** What has ended stays in 一覧 and 終わった事業: lists to work with must not grow with every year. */
const isAlive = { field: statusField, operator: "not in", values: ["終了"] } as const;

/** The road map opens with the app; then what waits for whoever looks, then the lists of each role. */
export const actionViews = [
  customView("工程表", {
    elementId: roadmapElement,
    sort: [
      ["sub_item_id", "asc"],
      ["action_id", "asc"],
    ],
  }),
  listView("今日の宿題", {
    columns: ["action_name", statusField, "dept_name", "action_id", "更新日時"],
    where: [waitsForMe, { field: statusField, operator: "not in", values: ["承認", "終了"] }],
    sort: [["更新日時", "asc"]],
  }),
  listView("今日の宿題（主担当の下書き）", {
    columns: ["action_name", statusField, "dept_name", "action_id", "更新日時"],
    where: [
      { field: "owner", operator: "in", call: "LOGINUSER()" },
      { field: statusField, operator: "in", values: ["下書き"] },
    ],
    sort: [["action_id", "asc"]],
  }),
  listView("一覧", {
    columns: ["action_id", "action_name", "sub_text", "dept_name", statusField],
    sort: [["action_id", "asc"]],
  }),
  listView("自分の課", {
    columns: ["action_name", statusField, "owner", "owner_sub", "action_id", "initiative_name"],
    where: [mySection("owner_org"), isAlive],
    sort: [["action_id", "asc"]],
  }),
  listView("確認待ち", {
    columns: ["action_name", statusField, "dept_name", "owner", "action_id", "更新日時"],
    where: [{ field: statusField, operator: "in", values: ["所属長確認", "事務局点検", "委員会付議"] }],
    sort: [["更新日時", "asc"]],
  }),
  listView("委員会にかかるもの", {
    columns: ["action_name", "initiative_name", "dept_name", "issue_ids", "pillar", "direction_next"],
    where: [{ field: statusField, operator: "in", values: ["委員会付議"] }],
    sort: [["action_id", "asc"]],
  }),
  listView("まだ出ていないもの", {
    columns: ["action_name", "dept_name", "owner", statusField, "action_id", "更新日時"],
    where: [{ field: statusField, operator: "in", values: ["下書き", "改定中"] }],
    sort: [
      ["dept_code", "asc"],
      ["action_id", "asc"],
    ],
  }),
  listView("課別", {
    columns: ["dept_name", "action_id", "action_name", "owner", "owner_sub", statusField],
    where: [isAlive],
    sort: [
      ["dept_code", "asc"],
      ["action_id", "asc"],
    ],
  }),
  listView("取組別", {
    columns: ["initiative_id", "initiative_name", "sub_item_id", "action_id", "action_name", "dept_name"],
    where: [isAlive],
    sort: [
      ["initiative_id", "asc"],
      ["sub_item_id", "asc"],
      ["action_id", "asc"],
    ],
  }),
  listView("所管課か担当が未定", {
    columns: ["action_name", "dept_name", "owner", "dept_head", "initiative_name", "action_id"],
    where: [
      { field: "dept_code", operator: "=", value: "" },
      { field: "owner", operator: "in", values: [""] },
      { field: "dept_head", operator: "in", values: [""] },
    ],
    joint: "or",
    sort: [["action_id", "asc"]],
  }),
  listView("副担当が未定", {
    columns: ["action_name", "dept_name", "owner", statusField, "action_id"],
    where: [{ field: "owner_sub", operator: "in", values: [""] }, isAlive],
    sort: [
      ["dept_code", "asc"],
      ["action_id", "asc"],
    ],
  }),
  listView("予算に要求するもの", {
    columns: ["action_name", "dept_name", "budget_request", "joint_check", "direction_next", "action_id"],
    where: [{ field: "budget_request", operator: "in", values: ["要求する"] }, isAlive],
    sort: [
      ["dept_code", "asc"],
      ["action_id", "asc"],
    ],
  }),
  listView("終わった事業", {
    columns: ["action_name", "dept_name", "direction_next", "action_id", "更新日時"],
    where: [{ field: statusField, operator: "in", values: ["終了"] }],
    sort: [["更新日時", "desc"]],
  }),
] as const;
