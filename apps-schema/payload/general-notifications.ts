import type { AppSchema } from "../schema/app-schema.ts";
import { buildEntities, type EntityPayload } from "./entity.ts";
import type { ResolvePrincipals } from "./principals.ts";

type GeneralNoticePayload = EntityPayload & {
  readonly recordAdded: boolean;
  readonly recordEdited: boolean;
  readonly commentAdded: boolean;
  readonly statusChanged: boolean;
  readonly fileImported: boolean;
};

type GeneralNotificationsPayload = {
  readonly notifications: readonly GeneralNoticePayload[];
  /** Whoever commented on a record before is told of further comments. */
  readonly notifyToCommenter: boolean;
};

/** Builds the body of the general notifications API; null = the app declares none. */
export function buildGeneralNotifications(
  schema: AppSchema,
  resolvePrincipals: ResolvePrincipals,
): GeneralNotificationsPayload | null {
  const general = schema.notifications?.general;
  if (general === undefined) {
    return null;
  }
  const notifications = general.flatMap(({ to, on }) =>
    buildEntities(to, schema, resolvePrincipals).map((each) => ({
      ...each,
      recordAdded: on.includes("added"),
      recordEdited: on.includes("edited"),
      commentAdded: on.includes("comment"),
      statusChanged: on.includes("status"),
      fileImported: on.includes("import"),
    })),
  );
  return { notifications: mergeSame(notifications), notifyToCommenter: true };
}

/** kintone takes one line a group, organisation or person: who stands behind two roles is told what either is told. */
function mergeSame(lines: readonly GeneralNoticePayload[]): readonly GeneralNoticePayload[] {
  const merged = new Map<string, GeneralNoticePayload>();
  for (const line of lines) {
    const name = `${line.entity.type}:${line.entity.code}`;
    const before = merged.get(name);
    merged.set(name, {
      entity: line.entity,
      includeSubs: line.includeSubs,
      recordAdded: line.recordAdded || before?.recordAdded === true,
      recordEdited: line.recordEdited || before?.recordEdited === true,
      commentAdded: line.commentAdded || before?.commentAdded === true,
      statusChanged: line.statusChanged || before?.statusChanged === true,
      fileImported: line.fileImported || before?.fileImported === true,
    });
  }
  return [...merged.values()];
}
