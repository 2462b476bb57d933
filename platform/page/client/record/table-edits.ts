import { readRows, writeRows } from "./form-record.ts";
import type { FormRecord, FormRow } from "./form-record.ts";

/** Puts a new row below another one, or at the end. */
export function insertRow(
  record: FormRecord,
  place: { readonly table: string; readonly after: string | null },
  row: FormRow,
): FormRecord {
  const rows = readRows(record, place.table);
  const index = rows.findIndex((other) => other.key === place.after);
  const at = index === -1 ? rows.length : index + 1;
  return writeRows(record, place.table, [...rows.slice(0, at), row, ...rows.slice(at)]);
}

/** Takes a row out. */
export function deleteRow(record: FormRecord, table: string, key: string): FormRecord {
  return writeRows(
    record,
    table,
    readRows(record, table).filter((row) => row.key !== key),
  );
}

/** Moves a row one place up or down; at the edge nothing happens. */
export function moveRow(
  record: FormRecord,
  place: { readonly table: string; readonly key: string },
  by: -1 | 1,
): FormRecord {
  const rows = [...readRows(record, place.table)];
  const from = rows.findIndex((row) => row.key === place.key);
  const row = rows[from];
  const other = rows[from + by];
  if (row === undefined || other === undefined) {
    return record;
  }
  rows[from] = other;
  rows[from + by] = row;
  return writeRows(record, place.table, rows);
}
