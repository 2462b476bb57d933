import { createQueryContext } from "../record/create-query-context.ts";
import type { WriteScope } from "../record/write-scope.ts";
import type { NoticeKind } from "../store/inbox-store.ts";
import type { GeneralEvent } from "../store/notification-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { listRecipients } from "./list-recipients.ts";
import { meetsSafely } from "./meets-safely.ts";

/** What one person is told of one event. */
export type Draft = { readonly kind: NoticeKind; readonly title: string };

/** Who is told what of one event; the first reason that is found for someone stays, so the strongest is asked first. */
export type Drafts = Map<string, Draft>;

/** Adds people for whom there is no reason yet. */
export function addDrafts(drafts: Drafts, users: readonly string[], draft: Draft): void {
  for (const user of users) {
    if (!drafts.has(user)) {
      drafts.set(user, draft);
    }
  }
}

/** The per-record notifications whose condition the record meets now. */
export function addPerRecord(drafts: Drafts, scope: WriteScope, record: StoredRecord): void {
  const { store, app, caller, now } = scope;
  const { perRecord } = app.settings.notifications;
  if (perRecord.length === 0) {
    return;
  }
  const context = createQueryContext(store, app.settings, { user: caller, now });
  for (const { filterCond, title, targets } of perRecord) {
    if (meetsSafely(record, filterCond, context)) {
      addDrafts(drafts, listRecipients(store, app, record, targets), { kind: "perRecord", title });
    }
  }
}

/** Those whom the app's general notifications tell of this event. */
export function addGeneral(
  drafts: Drafts,
  { store, app }: WriteScope,
  record: StoredRecord,
  event: GeneralEvent,
): void {
  const targets = app.settings.notifications.general.filter((entry) => entry[event]);
  if (targets.length > 0) {
    addDrafts(drafts, listRecipients(store, app, record, targets), { kind: event, title: "" });
  }
}
