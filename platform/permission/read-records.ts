import { createQueryContext } from "../record/create-query-context.ts";
import { type RestRecord, toRestRecord } from "../record/to-rest-record.ts";
import type { WriteScope } from "../record/write-scope.ts";
import { findMatching } from "../query/run-query.ts";
import type { Query } from "../query/query.ts";
import { readAcl } from "../store/acl-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";

/**
 * The records that a query finds for the caller, the first `most` in its order and the others behind them. Records that the caller may not view are not there; a field that the
 * caller sees in no record is not known to the query (GAIA_IQ11, as one that does not exist: which refusal kintone gives is not
 * known); a field that is hidden in some records is empty in those.
 */
export function findReadable(
  scope: WriteScope,
  query: Pick<Query, "condition" | "order">,
  most: number = Number.POSITIVE_INFINITY,
): readonly StoredRecord[] {
  const { store, app, access, caller, now } = scope;
  const all = store.records.all(app.id);
  const context = createQueryContext(store, access.settings, { user: caller, now });
  const found = findMatching(listReadable(scope, all.values()), query, context, most);
  return access.fields.sometimesHidden.size === 0 ? found : found.flatMap(({ id }) => all.get(id) ?? []);
}

function listReadable({ app, access }: WriteScope, records: Iterable<StoredRecord>): Iterable<StoredRecord> {
  if (!access.rights.recordViewable) {
    return [];
  }
  if (readAcl(app.settings).record.length === 0 && access.fields.sometimesHidden.size === 0) {
    return records;
  }
  return filterReadable(access, records);
}

function* filterReadable(
  { record, mask }: WriteScope["access"],
  records: Iterable<StoredRecord>,
): Iterable<StoredRecord> {
  for (const each of records) {
    if (record(each).viewable) {
      yield mask(each);
    }
  }
}

/** A record as REST answers it to the caller: without the fields that are hidden in it. */
export function toReadable(
  { store, access }: WriteScope,
  record: StoredRecord,
  codes: ReadonlySet<string> | null = null,
): RestRecord {
  return toRestRecord(store, access.settingsFor(record), record, codes);
}
