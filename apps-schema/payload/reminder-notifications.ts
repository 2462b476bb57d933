import type { AppSchema } from "../schema/app-schema.ts";
import { renderConditions } from "./condition.ts";
import { buildEntities, inPriority, type EntityPayload } from "./entity.ts";
import type { ResolvePrincipals } from "./principals.ts";

type ReminderNotificationsPayload = {
  readonly notifications: readonly {
    readonly timing: { readonly code: string; readonly daysLater: string; readonly time: string };
    readonly filterCond: string;
    readonly title: string;
    readonly targets: readonly EntityPayload[];
  }[];
  readonly timezone: "Asia/Tokyo";
};

/** Builds the body of the reminder notifications API; null = the app declares none. */
export function buildReminderNotifications(
  schema: AppSchema,
  resolvePrincipals: ResolvePrincipals,
): ReminderNotificationsPayload | null {
  const reminder = schema.notifications?.reminder;
  if (reminder === undefined) {
    return null;
  }
  return {
    notifications: reminder.map(({ title, field, daysLater, time, where, to }) => ({
      timing: { code: field, daysLater: String(daysLater), time: time.padStart(5, "0") },
      filterCond: renderConditions(where),
      title,
      targets: inPriority(to.flatMap((whom) => buildEntities(whom, schema, resolvePrincipals))),
    })),
    timezone: "Asia/Tokyo",
  };
}
