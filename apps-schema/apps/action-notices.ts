import type { Notifications } from "../schema/notifications.ts";
import { statusField } from "../schema/view.ts";
import { namedIn } from "../schema/whom.ts";
import { ownersFollow } from "./notice-parts.ts";

/** Nobody edits a finished project, so that this is said once. */
export const actionNotices: Notifications = {
  general: ownersFollow,
  perRecord: [
    {
      title: "関係課になっている事業が終わりました。引き継ぐ仕事がないか、今後の方向を確かめてください。",
      where: [{ field: statusField, operator: "in", values: ["終了"] }],
      to: [namedIn("co_depts")],
    },
  ],
};
