import type { Place } from "../../settings/fault.ts";
import type { NotificationSource } from "../../settings/parse-notifications.ts";
import type { NotificationSettings } from "../../store/notification-settings.ts";
import { writeSettings } from "../app-access.ts";
import { createQueryChecks } from "../check-queries.ts";
import type { OperationContext } from "../operation.ts";
import { principalExists } from "../principal-exists.ts";

/** One write of notification settings: `edit` gives the part that changes. */
export function writeNotifications(
  context: OperationContext,
  edit: (place: Place, source: NotificationSource, before: NotificationSettings) => Partial<NotificationSettings>,
): { readonly revision: string } {
  const { revision } = writeSettings(context, ({ preview }, place) => {
    const source: NotificationSource = {
      settings: preview,
      principalExists: (type, code) => principalExists(context.store, type, code),
      checkCondition: createQueryChecks(context, preview).checkCondition,
    };
    const before = preview.notifications;
    return { ...preview, notifications: { ...before, ...edit(place, source, before) } };
  });
  return { revision };
}
