import type { AppSchema } from "../schema/app-schema.ts";
import { buildEntity, type EntityPayload, type ResolvePrincipal } from "./entity.ts";

type GeneralNotificationsPayload = {
  readonly notifications: readonly (EntityPayload & {
    readonly recordAdded: boolean;
    readonly recordEdited: boolean;
    readonly commentAdded: boolean;
    readonly statusChanged: boolean;
    readonly fileImported: boolean;
  })[];
  /** Whoever commented on a record before is told of further comments. */
  readonly notifyToCommenter: boolean;
};

/** Builds the body of the general notifications API; null = the app declares none. */
export function buildGeneralNotifications(
  schema: AppSchema,
  resolvePrincipal: ResolvePrincipal,
): GeneralNotificationsPayload | null {
  const general = schema.notifications?.general;
  if (general === undefined) {
    return null;
  }
  const notifications = general.map(({ to, on }) => ({
    ...buildEntity(to, schema, resolvePrincipal),
    recordAdded: on.includes("added"),
    recordEdited: on.includes("edited"),
    commentAdded: on.includes("comment"),
    statusChanged: on.includes("status"),
    fileImported: on.includes("import"),
  }));
  return { notifications, notifyToCommenter: true };
}
