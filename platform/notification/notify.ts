import type { WriteScope } from "../record/write-scope.ts";
import type { Mention, StoredComment } from "../store/comment-store.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { addDrafts, addGeneral, addPerRecord, type Drafts } from "./collect-notices.ts";
import { filterViewers, listRecipients } from "./list-recipients.ts";

/**
 * What happened to a record reaches the inboxes within the transaction of the write, so that neither is there without the other.
 * Nobody is told of what they did themselves (help: notifications of one's own acts are not sent).
 */

/** A record was added; whoever has to act on it first is told so, but not of a record of their own that somebody else brought over. */
export function notifyAdded(scope: WriteScope, record: StoredRecord): void {
  const drafts: Drafts = new Map();
  const others = record.assignees.filter((code) => code !== record.creator);
  addDrafts(drafts, others, { kind: "assigned", title: "" });
  addPerRecord(drafts, scope, record);
  addGeneral(drafts, scope, record, "recordAdded");
  send(scope, record, drafts);
}

/** Values of a record were changed. */
export function notifyEdited(scope: WriteScope, record: StoredRecord): void {
  const drafts: Drafts = new Map();
  addPerRecord(drafts, scope, record);
  addGeneral(drafts, scope, record, "recordEdited");
  send(scope, record, drafts);
}

/** A file was read in; `record` is one that it brought. Those told of each record are told of the file as well, once. */
export function notifyFileImported(scope: WriteScope, record: StoredRecord): void {
  const drafts: Drafts = new Map();
  addGeneral(drafts, scope, record, "fileImported");
  send(scope, record, drafts);
}

/** A record was moved by its process; its new assignees are told to act. */
export function notifyMoved(scope: WriteScope, before: StoredRecord, after: StoredRecord): void {
  const drafts: Drafts = new Map();
  const isMoved = before.status !== after.status;
  // On the way from one state to another everyone there is asked anew, also who was asked before.
  addDrafts(drafts, isMoved ? after.assignees : added(before, after), { kind: "assigned", title: "" });
  if (isMoved) {
    addPerRecord(drafts, scope, after);
    addGeneral(drafts, scope, after, "statusChanged");
  }
  send(scope, after, drafts);
}

/** The assignees of a record were set by hand. */
export function notifyAssigned(scope: WriteScope, before: StoredRecord, after: StoredRecord): void {
  const drafts: Drafts = new Map();
  addDrafts(drafts, added(before, after), { kind: "assigned", title: "" });
  send(scope, after, drafts);
}

/** A comment was written; `earlier` are those who had commented before. */
export function notifyCommented(
  scope: WriteScope,
  record: StoredRecord,
  { comment, earlier }: { readonly comment: StoredComment; readonly earlier: readonly string[] },
): void {
  const { store, app } = scope;
  const drafts: Drafts = new Map();
  addDrafts(drafts, listRecipients(store, app, record, comment.mentions.map(toTarget)), { kind: "mention", title: "" });
  addGeneral(drafts, scope, record, "commentAdded");
  if (app.settings.notifications.notifyToCommenter) {
    addDrafts(drafts, earlier, { kind: "commentAdded", title: "" });
  }
  send(scope, record, drafts, comment.id);
}

function toTarget({ type, code }: Mention) {
  return { entity: { type, code }, includeSubs: false };
}

function added(before: StoredRecord, after: StoredRecord): readonly string[] {
  return after.assignees.filter((code) => !before.assignees.includes(code));
}

function send(scope: WriteScope, record: StoredRecord, drafts: Drafts, commentId: number | null = null): void {
  const { store, app, caller, now } = scope;
  drafts.delete(caller.code);
  for (const user of filterViewers(store, app, record, { codes: [...drafts.keys()], now })) {
    const draft = drafts.get(user);
    if (draft !== undefined) {
      const { kind, title } = draft;
      const key = { appId: record.appId, recordId: record.id };
      const createdAt = now.toISOString();
      const status = kind === "statusChanged" || kind === "assigned" ? (record.status ?? "") : "";
      store.inbox.add(user, key, { kind, title, status, commentId, actor: caller.code, createdAt });
    }
  }
}
