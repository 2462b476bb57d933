import { placeOf } from "../../settings/fault.ts";
import { parsePerRecordNotifications } from "../../settings/parse-notifications.ts";
import type { Operation } from "../operation.ts";
import { writeNotifications } from "./write-notifications.ts";

/** `PUT preview/app/notifications/perRecord.json`: app, notifications, revision? → {revision}. */
export const putPerRecordNotifications: Operation = {
  method: "PUT",
  path: "/k/v1/app/notifications/perRecord.json",
  reach: "preview",
  right: "manage",
  run: (context) =>
    writeNotifications(context, (place, source) => ({
      perRecord: parsePerRecordNotifications(placeOf(place, "notifications"), context.params["notifications"], source),
    })),
};
