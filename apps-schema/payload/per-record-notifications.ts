import type { AppSchema } from "../schema/app-schema.ts";
import { renderConditions } from "./condition.ts";
import { buildEntities, inPriority, type EntityPayload } from "./entity.ts";
import type { ResolvePrincipals } from "./principals.ts";

type PerRecordNotificationsPayload = {
  readonly notifications: readonly {
    readonly filterCond: string;
    readonly title: string;
    readonly targets: readonly EntityPayload[];
  }[];
};

/** Builds the body of the per-record notifications API; null = the app declares none. */
export function buildPerRecordNotifications(
  schema: AppSchema,
  resolvePrincipals: ResolvePrincipals,
): PerRecordNotificationsPayload | null {
  const perRecord = schema.notifications?.perRecord;
  if (perRecord === undefined) {
    return null;
  }
  return {
    notifications: perRecord.map(({ title, where, to }) => ({
      filterCond: renderConditions(where),
      title,
      targets: inPriority(to.flatMap((whom) => buildEntities(whom, schema, resolvePrincipals))),
    })),
  };
}
