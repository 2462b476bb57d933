import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";

/** `GET app/notifications/general.json`: app → {notifications, notifyToCommenter, revision}. */
export const getGeneralNotifications: Operation = {
  method: "GET",
  path: "/k/v1/app/notifications/general.json",
  reach: "both",
  right: "manage",
  run: (context) => {
    const { settings, revision } = readAppCopy(context);
    const { general, notifyToCommenter } = settings.notifications;
    return { notifications: general, notifyToCommenter, revision };
  },
};
