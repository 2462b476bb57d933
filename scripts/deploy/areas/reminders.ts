import { memberOf, textOf } from "../client/json.ts";
import { planMessages } from "../plan/plan-messages.ts";
import { createLinesArea } from "./lines-area.ts";

/** リマインダーの条件設定: known by the title, or without one by the date field it waits for. */
export const remindersArea = createLinesArea({
  area: "reminders",
  resource: "app/notifications/reminder",
  member: "notifications",
  scalars: { timezone: null },
  message: planMessages.reminders,
  keyOf: ({ title, timing }) =>
    textOf(title) || `${textOf(memberOf(timing, "code"))} ${textOf(memberOf(timing, "daysLater"))}`,
});
