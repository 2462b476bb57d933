import { nextNumber } from "./counter.ts";
import type { Database, Row } from "./database.ts";
import { addVersion } from "./history-store.ts";
import { readInteger, readJson, readOptionalText, readText } from "./row.ts";
import type { FieldValues, StoredRecord } from "./stored-record.ts";

export type RecordStore = {
  /** All records of an app by id, oldest first. */
  readonly all: (appId: number) => ReadonlyMap<number, StoredRecord>;
  readonly find: (appId: number, id: number) => StoredRecord | null;
  readonly nextId: (appId: number) => number;
  readonly nextRowId: () => number;
  readonly insert: (record: StoredRecord) => void;
  readonly update: (record: StoredRecord) => void;
  readonly remove: (appId: number, id: number) => void;
  /** The store calls it when a transaction has been committed. */
  readonly settle: () => void;
  /** The store calls it when a transaction was rolled back: drops the memory of the apps that it had changed. */
  readonly forget: () => void;
};

/**
 * Records, parsed once and kept in memory per app: this process is the only writer of the data file, so queries need not
 * read and parse thousands of rows for each call.
 */
export function createRecordStore(db: Database): RecordStore {
  const loaded = new Map<number, Map<number, StoredRecord>>();
  const touched = new Set<number>();
  const load = (appId: number): Map<number, StoredRecord> => {
    const known = loaded.get(appId);
    if (known) {
      return known;
    }
    const rows = db.all("SELECT * FROM records WHERE app_id = ? ORDER BY id", appId);
    const records = new Map(rows.map((row) => [readInteger(row, "id"), toRecord(row)]));
    loaded.set(appId, records);
    return records;
  };
  const touch = (appId: number): Map<number, StoredRecord> => {
    touched.add(appId);
    return load(appId);
  };
  return {
    all: load,
    find: (appId, id) => load(appId).get(id) ?? null,
    nextId: (appId) => nextNumber(db, `record:${appId}`),
    nextRowId: () => nextNumber(db, "row"),
    insert: (record) => {
      db.run(
        `INSERT INTO records (revision, json, created_at, creator, modified_at, modifier, status, assignees, app_id, id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...toColumns(record),
      );
      touch(record.appId).set(record.id, record);
    },
    update: (record) => {
      const before = load(record.appId).get(record.id);
      if (before !== undefined) {
        addVersion(db, before, record);
      }
      const { changes } = db.run(
        `UPDATE records SET revision = ?, json = ?, created_at = ?, creator = ?, modified_at = ?, modifier = ?, status = ?,
         assignees = ? WHERE app_id = ? AND id = ?`,
        ...toColumns(record),
      );
      if (changes !== 1) {
        throw new Error(`record ${record.id} of app ${record.appId} is not there to be updated`);
      }
      touch(record.appId).set(record.id, record);
    },
    remove: (appId, id) => {
      db.run("DELETE FROM records WHERE app_id = ? AND id = ?", appId, id);
      db.run("DELETE FROM unique_values WHERE app_id = ? AND record_id = ?", appId, id);
      db.run("DELETE FROM record_history WHERE app_id = ? AND record_id = ?", appId, id);
      touch(appId).delete(id);
    },
    settle: () => {
      touched.clear();
    },
    forget: () => {
      for (const appId of touched) {
        loaded.delete(appId);
      }
      touched.clear();
    },
  };
}

function toColumns(record: StoredRecord) {
  return [
    record.revision,
    JSON.stringify(record.values),
    record.createdAt,
    record.creator,
    record.modifiedAt,
    record.modifier,
    record.status,
    JSON.stringify(record.assignees),
    record.appId,
    record.id,
  ] as const;
}

function toRecord(row: Row): StoredRecord {
  const values = readJson(row, "json");
  const assignees = readJson(row, "assignees");
  if (!isValues(values) || !isCodes(assignees)) {
    throw new TypeError("a stored record has lost its form");
  }
  return {
    appId: readInteger(row, "app_id"),
    id: readInteger(row, "id"),
    revision: readInteger(row, "revision"),
    values,
    createdAt: readText(row, "created_at"),
    creator: readText(row, "creator"),
    modifiedAt: readText(row, "modified_at"),
    modifier: readText(row, "modifier"),
    status: readOptionalText(row, "status"),
    assignees,
  };
}

/** Only this file writes the column, from `FieldValues`; checking each value again would double the loading time. */
function isValues(json: unknown): json is FieldValues {
  return typeof json === "object" && json !== null;
}

/** Only this file writes the column, from user codes. */
function isCodes(json: unknown): json is readonly string[] {
  return Array.isArray(json);
}
