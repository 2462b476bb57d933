import { inputMessages } from "../messages.ts";
import type { StoredField } from "../store/app-settings.ts";
import { readInteger } from "../store/row.ts";
import type { FieldValues, StoredRecord } from "../store/stored-record.ts";
import type { Store } from "../store/store.ts";
import type { FaultList } from "./fault-list.ts";
import { hasFlag } from "./field-property.ts";
import { toPlace } from "./write-scope.ts";
import type { LiveApp } from "./write-scope.ts";

/** kintone keeps `unique` only for these and drops the setting silently elsewhere (fact sheet §5.4). */
const uniqueTypes = new Set(["SINGLE_LINE_TEXT", "NUMBER", "LINK", "DATE", "DATETIME"]);

/** Texts that may not repeat hold at most 64 characters (help page field_restriction); the same is the most that an `updateKey` names. */
export const longestUniqueText = 64;

/** Whether values of the field may not repeat. */
export function isUnique(field: StoredField): boolean {
  return uniqueTypes.has(field.type) && hasFlag(field, "unique");
}

/** The id of the record that holds a value of a unique field; null = none. */
export function findByUnique(store: Store, app: LiveApp, field: StoredField, value: string): number | null {
  followSettings(store, app);
  const row = store.db.get(
    "SELECT record_id FROM unique_values WHERE app_id = ? AND field_id = ? AND value = ?",
    app.id,
    field.id,
    value,
  );
  return row && readInteger(row, "record_id");
}

/** Adds a fault for each value that another record holds. */
export function checkUniqueValues(
  store: Store,
  app: LiveApp,
  values: FieldValues,
  {
    recordId,
    prefix,
    faults,
  }: { readonly recordId: number | null; readonly prefix: string; readonly faults: FaultList },
): void {
  for (const field of app.settings.fields.filter(isUnique)) {
    const value = values[field.id];
    if (typeof value === "string" && value !== "") {
      const holder = findByUnique(store, app, field, value);
      if (holder !== null && holder !== recordId) {
        faults.add(`${toPlace(prefix, field.code, faults).path}.value`, inputMessages.duplicate);
      }
    }
  }
}

/** Brings the table of unique values in line with a record that was written. */
export function saveUniqueValues(store: Store, app: LiveApp, record: StoredRecord): void {
  followSettings(store, app);
  store.db.run("DELETE FROM unique_values WHERE app_id = ? AND record_id = ?", app.id, record.id);
  for (const field of app.settings.fields.filter(isUnique)) {
    insertValue(store, field, record);
  }
}

/**
 * Reads in the values of fields that have become unique and drops those of fields that no longer are. Of values that were
 * doubled before the field became unique, the oldest record's counts.
 */
function followSettings(store: Store, { id: appId, settings }: LiveApp): void {
  const { db } = store;
  const wanted = new Map(settings.fields.filter(isUnique).map((field) => [field.id, field]));
  const present = new Set(
    db.all("SELECT field_id FROM unique_fields WHERE app_id = ?", appId).map((row) => readInteger(row, "field_id")),
  );
  for (const fieldId of present) {
    if (!wanted.has(fieldId)) {
      db.run("DELETE FROM unique_values WHERE app_id = ? AND field_id = ?", appId, fieldId);
      db.run("DELETE FROM unique_fields WHERE app_id = ? AND field_id = ?", appId, fieldId);
    }
  }
  for (const [fieldId, field] of wanted) {
    if (!present.has(fieldId)) {
      db.run("INSERT INTO unique_fields (app_id, field_id) VALUES (?, ?)", appId, fieldId);
      for (const record of store.records.all(appId).values()) {
        insertValue(store, field, record);
      }
    }
  }
}

function insertValue(store: Store, field: StoredField, record: StoredRecord): void {
  const value = record.values[field.id];
  if (typeof value === "string" && value !== "") {
    store.db.run(
      "INSERT INTO unique_values (app_id, field_id, value, record_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
      record.appId,
      field.id,
      value,
      record.id,
    );
  }
}
