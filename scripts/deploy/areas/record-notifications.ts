import { textOf } from "../client/json.ts";
import { compactQuery } from "../plan/covers.ts";
import { planMessages } from "../plan/plan-messages.ts";
import { createLinesArea } from "./lines-area.ts";

/** 通知の条件設定 of records: known by the title, or without one by the condition. */
export const recordNotificationsArea = createLinesArea({
  area: "record-notifications",
  resource: "app/notifications/perRecord",
  member: "notifications",
  message: planMessages.recordNotifications,
  keyOf: ({ title, filterCond }) => textOf(title) || compactQuery(textOf(filterCond)),
});
