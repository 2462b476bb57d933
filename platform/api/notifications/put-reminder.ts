import { placeOf } from "../../settings/fault.ts";
import { parseReminders, parseTimezone } from "../../settings/parse-reminders.ts";
import type { Operation } from "../operation.ts";
import { writeNotifications } from "./write-notifications.ts";

/** `PUT preview/app/notifications/reminder.json`: app, notifications?, timezone?, revision? → {revision}. */
export const putReminderNotifications: Operation = {
  method: "PUT",
  path: "/k/v1/app/notifications/reminder.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { params, caller } = context;
    return writeNotifications(context, (place, source, before) => ({
      reminders: parseReminders(placeOf(place, "notifications"), params["notifications"], source) ?? before.reminders,
      // Documented: what was never set becomes the time zone of whoever sets it.
      reminderTimezone: parseTimezone(
        placeOf(place, "timezone"),
        params["timezone"],
        before.reminderTimezone ?? caller.timezone,
      ),
    }));
  },
};
