import { inputMessages } from "../../messages.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { requireRecordRight } from "../../permission/require-rights.ts";
import { findByUpdateKey, parseUpdateKey } from "../../record/find-by-update-key.ts";
import type { UpdateKey } from "../../record/find-by-update-key.ts";
import { insertRecord } from "../../record/insert-record.ts";
import { checkRevision, updateRecord } from "../../record/update-record.ts";
import type { WriteScope } from "../../record/write-scope.ts";
import type { StoredRecord } from "../../store/stored-record.ts";
import type { Operation } from "../operation.ts";
import { readBoolean, readId, readList, readRevision, toParams } from "../params.ts";
import type { Params } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

const mostRecords = 100;

/** `PUT records.json`: app, records[{id | updateKey, record?, revision?}] (≤ 100), upsert? → {records}. */
export const putRecords: Operation = {
  method: "PUT",
  path: "/k/v1/records.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params } = context;
    const scope = writeScopeOf(context);
    if (params["records"] === undefined) {
      throw invalidParameter("records", inputMessages.parameterRequired);
    }
    const sent = readList(params, "records").map(toParams);
    if (sent.length > mostRecords) {
      throw invalidParameter("records", inputMessages.tooManyUpdated);
    }
    const upsert = readBoolean(params, "upsert");
    return { records: sent.map((item, index) => writeItem(scope, item, { prefix: `records[${index}]`, upsert })) };
  },
};

type Place = { readonly prefix: string; readonly upsert: boolean };

function writeItem(scope: WriteScope, item: Params, { prefix, upsert }: Place): Readonly<Record<string, string>> {
  const { key, id, base } = findTarget(scope, item, prefix);
  const sent = toParams(item["record"] ?? {});
  if (base) {
    checkRevision(base, readRevision(item, `${prefix}.revision`));
    const { revision } = updateRecord(scope, base, sent, prefix);
    return { id: String(base.id), revision: String(revision), ...(upsert && { operation: "UPDATE" }) };
  }
  if (!upsert) {
    throw key
      ? new PlatformError("GAIA_RE20", { field: key.field.code, value: key.value })
      : new PlatformError("GAIA_RE01", { id });
  }
  // An unknown id gives a new record with a new id; an unknown key value is set in it (fact sheet §5.1).
  const values = key ? { ...sent, [key.field.code]: { value: key.value } } : sent;
  const inserted = insertRecord(scope, values, prefix);
  return { id: String(inserted.id), revision: String(inserted.revision), operation: "INSERT" };
}

function findTarget(
  scope: WriteScope,
  item: Params,
  prefix: string,
): { readonly key: UpdateKey | null; readonly id: number; readonly base: StoredRecord | null } {
  if (item["updateKey"] !== undefined && item["updateKey"] !== null) {
    const key = parseUpdateKey(scope, item["updateKey"], `${prefix}.updateKey`);
    return { key, id: 0, base: findByUpdateKey(scope, key) };
  }
  const id = readId(item, "id", `${prefix}.id`);
  const base = scope.store.records.find(scope.app.id, id);
  if (base) {
    // Before anything of it is compared: a wrong revision would otherwise be told apart from a right one.
    requireRecordRight(scope, base, "viewable");
  }
  return { key: null, id, base };
}
