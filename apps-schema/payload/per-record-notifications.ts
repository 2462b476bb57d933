import type { AppSchema } from "../schema/app-schema.ts";
import { renderConditions } from "./condition.ts";
import { buildEntity, inPriority, type EntityPayload, type ResolvePrincipal } from "./entity.ts";

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
  resolvePrincipal: ResolvePrincipal,
): PerRecordNotificationsPayload | null {
  const perRecord = schema.notifications?.perRecord;
  if (perRecord === undefined) {
    return null;
  }
  return {
    notifications: perRecord.map(({ title, where, to }) => ({
      filterCond: renderConditions(where),
      title,
      targets: inPriority(to.map((whom) => buildEntity(whom, schema, resolvePrincipal))),
    })),
  };
}
