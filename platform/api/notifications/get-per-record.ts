import { readAppCopy } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import type { Operation } from "../operation.ts";

/** `GET app/notifications/perRecord.json`: app, lang? → {notifications, revision}. */
export const getPerRecordNotifications: Operation = {
  method: "GET",
  path: "/k/v1/app/notifications/perRecord.json",
  reach: "both",
  right: "manage",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    return { notifications: settings.notifications.perRecord, revision };
  },
};
