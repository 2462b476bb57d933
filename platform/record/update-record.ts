import { notifyEdited } from "../notification/notify.ts";
import { PlatformError } from "../platform-error.ts";
import { refuseLockedFields } from "../permission/refuse-locked-fields.ts";
import { requireRecordRight } from "../permission/require-rights.ts";
import { formatInstant } from "../query/calendar.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import type { Store } from "../store/store.ts";
import { listAttachedFiles } from "./attached-files.ts";
import { buildValues } from "./build-values.ts";
import type { SentRecord } from "./build-values.ts";
import { saveUniqueValues } from "./unique-values.ts";
import type { LiveApp, WriteScope } from "./write-scope.ts";

/** Changes one record; the revision grows by one also when nothing differs, as on kintone. */
export function updateRecord(scope: WriteScope, base: StoredRecord, sent: SentRecord, prefix: string): StoredRecord {
  const { store, app, caller, now } = scope;
  requireRecordRight(scope, base, "editable");
  refuseLockedFields(scope, sent, base);
  const stamps = { ...base, modifiedAt: formatInstant(now), modifier: caller.code };
  const record: StoredRecord = {
    ...stamps,
    values: buildValues(scope, sent, { base, prefix, stamps }),
    revision: base.revision + 1,
  };
  store.records.update(record);
  saveUniqueValues(store, app, record);
  removeDetachedFiles(store, app, { before: base, after: record });
  notifyEdited(scope, record);
  return record;
}

/** Deletes one record with its attachments, its comments and what was told of it. */
export function removeRecord(scope: WriteScope, record: StoredRecord): void {
  const { store, app } = scope;
  requireRecordRight(scope, record, "deletable");
  removeDetachedFiles(store, app, { before: record, after: null });
  store.records.remove(app.id, record.id);
  const key = { appId: app.id, recordId: record.id };
  store.comments.removeAll(key);
  store.inbox.removeOfRecord(key);
  store.reminders.removeOfRecord(key);
}

/** Refuses with GAIA_CO02 when the caller knows another revision; null = the caller does not ask. */
export function checkRevision(record: StoredRecord, expected: number | null): void {
  if (expected !== null && expected !== record.revision) {
    throw new PlatformError("GAIA_CO02");
  }
}

function removeDetachedFiles(
  store: Store,
  { settings }: LiveApp,
  change: { readonly before: StoredRecord; readonly after: StoredRecord | null },
): void {
  const kept = listAttachedFiles(settings, change.after);
  for (const key of listAttachedFiles(settings, change.before).keys()) {
    if (!kept.has(key)) {
      store.files.remove(key);
    }
  }
}
