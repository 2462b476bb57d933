import { planMessages } from "../plan/plan-messages.ts";
import { entityName } from "./entity-name.ts";
import { createLinesArea } from "./lines-area.ts";

/** 通知の条件設定 of the app: a line is known by whom it tells. What a new app has of it kintone decides, so it is always sent. */
export const generalNotificationsArea = createLinesArea({
  area: "general-notifications",
  resource: "app/notifications/general",
  member: "notifications",
  scalars: { notifyToCommenter: null },
  message: planMessages.generalNotifications,
  keyOf: entityName,
});
