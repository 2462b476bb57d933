import type { AppSettings, StoredFileReference } from "../store/app-settings.ts";
import type { FieldValue, StoredRecord } from "../store/stored-record.ts";
import { readRows } from "../query/query-value.ts";

/** All attachments of a record, those in tables included, by their keys. */
export function listAttachedFiles(
  settings: AppSettings,
  record: StoredRecord | null,
): ReadonlyMap<string, StoredFileReference> {
  if (record === null) {
    return new Map();
  }
  const files = settings.fields.flatMap((field) => {
    if (field.type === "FILE") {
      return toFiles(record.values[field.id]);
    }
    const inner = (field.fields ?? []).filter(({ type }) => type === "FILE");
    return readRows(record, field.id).flatMap((row) => inner.flatMap(({ id }) => toFiles(row.values[id])));
  });
  return new Map(files.map((file) => [file.fileKey, file]));
}

function toFiles(value: FieldValue | undefined): readonly StoredFileReference[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "object" && "fileKey" in item) : [];
}
