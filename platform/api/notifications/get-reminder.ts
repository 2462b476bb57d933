import { readAppCopy } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import type { Operation } from "../operation.ts";

/** `GET app/notifications/reminder.json`: app, lang? → {notifications, timezone, revision}; `timezone` null before the first PUT. */
export const getReminderNotifications: Operation = {
  method: "GET",
  path: "/k/v1/app/notifications/reminder.json",
  reach: "both",
  right: "manage",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    const { reminders, reminderTimezone } = settings.notifications;
    return { notifications: reminders, timezone: reminderTimezone, revision };
  },
};
