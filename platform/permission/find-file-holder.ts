import { readRows } from "../query/query-value.ts";
import type { AppSettings, StoredField } from "../store/app-settings.ts";
import type { Store } from "../store/store.ts";
import type { FieldValue, StoredRecord } from "../store/stored-record.ts";

/** Where a file is attached: the codes of the field and, in a table, of the table around it. */
export type FileHolder = { readonly appId: number; readonly record: StoredRecord; readonly codes: readonly string[] };

/**
 * The record that a file is attached to; null = none. Keys cannot be guessed, and records are in memory, so they are looked through
 * instead of keeping a second list of what is attached where.
 */
export function findFileHolder(store: Store, fileKey: string): FileHolder | null {
  for (const { id: appId, live } of store.apps.list()) {
    const columns = live === null ? [] : listFileColumns(live);
    for (const record of columns.length === 0 ? [] : store.records.all(appId).values()) {
      const column = columns.find(({ read }) => read(record).some((value) => holds(value, fileKey)));
      if (column !== undefined) {
        return { appId, record, codes: column.codes };
      }
    }
  }
  return null;
}

type FileColumn = {
  readonly codes: readonly string[];
  readonly read: (record: StoredRecord) => readonly (FieldValue | undefined)[];
};

function listFileColumns({ fields }: AppSettings): readonly FileColumn[] {
  return fields.flatMap((field): readonly FileColumn[] => {
    if (field.type === "FILE") {
      return [{ codes: [field.code], read: (record) => [record.values[field.id]] }];
    }
    return (field.fields ?? []).filter(({ type }) => type === "FILE").map((inner) => toInnerColumn(field, inner));
  });
}

function toInnerColumn(table: StoredField, inner: StoredField): FileColumn {
  return {
    codes: [table.code, inner.code],
    read: (record) => readRows(record, table.id).map((row) => row.values[inner.id]),
  };
}

function holds(value: FieldValue | undefined, fileKey: string): boolean {
  return (
    Array.isArray(value) &&
    value.some((item) => typeof item === "object" && "fileKey" in item && item.fileKey === fileKey)
  );
}
