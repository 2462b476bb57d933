import { placeOf } from "../../settings/fault.ts";
import { parseGeneralNotifications } from "../../settings/parse-notifications.ts";
import { readFlag } from "../../settings/read-value.ts";
import type { Operation } from "../operation.ts";
import { writeNotifications } from "./write-notifications.ts";

/** `PUT preview/app/notifications/general.json`: app, notifications?, notifyToCommenter?, revision? → {revision}. */
export const putGeneralNotifications: Operation = {
  method: "PUT",
  path: "/k/v1/app/notifications/general.json",
  reach: "preview",
  right: "manage",
  run: (context) =>
    writeNotifications(context, (place, source, before) => ({
      general:
        parseGeneralNotifications(placeOf(place, "notifications"), context.params["notifications"], source) ??
        before.general,
      notifyToCommenter: readFlag(
        placeOf(place, "notifyToCommenter"),
        context.params["notifyToCommenter"],
        before.notifyToCommenter,
      ),
    })),
};
