import type { StoredField } from "../../../store/app-settings.ts";
import type { RecordObject } from "../kintone/page-state.ts";
import { buildEventRecord } from "../record/build-event-record.ts";
import type { FormRecord } from "../record/form-record.ts";
import { readRestRecord, toObject } from "../record/read-rest-record.ts";

export type RecordPage = { readonly records: readonly FormRecord[]; readonly total: number };

/** The answer of `GET records.json` with `totalCount`. */
export function readRecordPage(fields: readonly StoredField[], body: unknown): RecordPage {
  const { records, totalCount } = toObject(body);
  const list = (Array.isArray(records) ? records : []).map((raw) => readRestRecord(fields, raw));
  const total = Number(totalCount);
  return { records: list, total: Number.isSafeInteger(total) ? total : list.length };
}

/** A record as list events carry it: saved values, every field (fact sheet §3.6). */
export function toSavedRecord(fields: readonly StoredField[], record: FormRecord): RecordObject {
  return buildEventRecord(record, { fields, context: "saved", withFiles: true }).record;
}
