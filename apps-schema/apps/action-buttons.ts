import type { AppAction } from "../schema/app-action.ts";
import { statusField } from "../schema/view.ts";

export const actionButtons = [
  {
    name: "進捗報告をつくる",
    to: "progress",
    copies: { action_id: "action_id" },
    roles: ["jimukyoku", "tantou"],
    where: [{ field: statusField, operator: "not in", values: ["終了"] }],
  },
  {
    name: "指摘・宿題をつくる",
    to: "homework",
    copies: { related_action_id: "action_id", dept_code: "dept_code" },
    roles: ["jimukyoku"],
  },
  {
    name: "改定履歴をつくる",
    to: "revision",
    copies: { rev_id: "action_id", rev_title: "action_name" },
    roles: ["jimukyoku"],
  },
] as const satisfies readonly AppAction[];
