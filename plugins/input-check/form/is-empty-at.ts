import type { Finding } from "../../../domain/rules/judge-record.ts";
import { type EventRecord, eventRows } from "../../core/kintone/kintone-event.ts";

/** Tells whether the field of a finding holds nothing yet. */
export function isEmptyAt(record: EventRecord, { path }: Finding): boolean {
  const field =
    path.table === undefined ? record[path.field] : eventRows(record[path.table])[path.row ?? -1]?.value[path.field];
  const value = field?.value;
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
