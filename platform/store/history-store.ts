import type { Database, Row } from "./database.ts";
import { readInteger, readJson, readText } from "./row.ts";
import type { RecordKey } from "./comment-store.ts";
import type { FieldValue, StoredRecord } from "./stored-record.ts";

/** What one field, the status or the list of assignees was before and after; a value that was never written is missing. */
export type Change<T> = { readonly before?: T; readonly after?: T };

/** What a write changed in a record, by field id. */
type RecordChanges = {
  readonly values: Readonly<Record<number, Change<FieldValue>>>;
  readonly status?: { readonly before: string | null; readonly after: string | null };
  readonly assignees?: { readonly before: readonly string[]; readonly after: readonly string[] };
};

/** One version of a record after its first; the first is the record's creation. */
export type Version = {
  readonly revision: number;
  readonly at: string;
  /** The code of who made the change. */
  readonly by: string;
  readonly changes: RecordChanges;
};

export type HistoryStore = {
  /** Versions that are older than `before` (all when null), newest first. */
  readonly page: (
    key: RecordKey,
    page: { readonly before: number | null; readonly limit: number },
  ) => readonly Version[];
};

/** Past versions of records. They are written by the record store, so that no way of changing a record can pass them by. */
export function createHistoryStore(db: Database): HistoryStore {
  return {
    page: ({ appId, recordId }, { before, limit }) =>
      db
        .all(
          "SELECT * FROM record_history WHERE app_id = ? AND record_id = ? AND revision < ? ORDER BY revision DESC LIMIT ?",
          appId,
          recordId,
          before ?? Number.MAX_SAFE_INTEGER,
          limit,
        )
        .map(toVersion),
  };
}

/** Keeps what a write changed; one that keeps the revision, as a deploy's renaming, is no version. */
export function addVersion(db: Database, before: StoredRecord, after: StoredRecord): void {
  if (before.revision === after.revision) {
    return;
  }
  db.run(
    "INSERT INTO record_history (app_id, record_id, revision, changed_at, user_code, json) VALUES (?, ?, ?, ?, ?, ?)",
    after.appId,
    after.id,
    after.revision,
    after.modifiedAt,
    after.modifier,
    JSON.stringify(compareRecords(before, after)),
  );
}

/** What differs between two versions of a record. */
function compareRecords(before: StoredRecord, after: StoredRecord): RecordChanges {
  const ids = new Set([...Object.keys(before.values), ...Object.keys(after.values)].map(Number));
  const changed = [...ids].flatMap((id): [number, Change<FieldValue>][] => {
    const [old, now] = [before.values[id], after.values[id]];
    const isSame =
      old === now || (isEmpty(old) === isEmpty(now) && (isEmpty(old) || JSON.stringify(old) === JSON.stringify(now)));
    return isSame
      ? []
      : [[id, { ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }]];
  });
  const hasMoved = before.status !== after.status;
  const isHandedOver = JSON.stringify(before.assignees) !== JSON.stringify(after.assignees);
  return {
    values: Object.fromEntries(changed),
    ...(hasMoved ? { status: { before: before.status, after: after.status } } : {}),
    ...(isHandedOver ? { assignees: { before: before.assignees, after: after.assignees } } : {}),
  };
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value.length === 0;
}

function toVersion(row: Row): Version {
  const changes = readJson(row, "json");
  if (!isChanges(changes)) {
    throw new TypeError("the column holds no changes of a record");
  }
  return {
    revision: readInteger(row, "revision"),
    at: readText(row, "changed_at"),
    by: readText(row, "user_code"),
    changes,
  };
}

/** Only this file writes the column, from `RecordChanges`. */
function isChanges(json: unknown): json is RecordChanges {
  return typeof json === "object" && json !== null && "values" in json;
}
