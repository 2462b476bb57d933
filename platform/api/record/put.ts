import { PlatformError } from "../../platform-error.ts";
import { findByUpdateKey, parseUpdateKey } from "../../record/find-by-update-key.ts";
import { findRecord } from "../../record/find-record.ts";
import { checkRevision, updateRecord } from "../../record/update-record.ts";
import type { WriteScope } from "../../record/write-scope.ts";
import type { StoredRecord } from "../../store/stored-record.ts";
import type { Operation } from "../operation.ts";
import { readId, readRevision, toParams } from "../params.ts";
import type { Params } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/** `PUT record.json`: app, id or updateKey, record?, revision? → {revision}. */
export const putRecord: Operation = {
  method: "PUT",
  path: "/k/v1/record.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params } = context;
    const scope = writeScopeOf(context);
    const base = findTarget(scope, params);
    checkRevision(base, readRevision(params));
    const { revision } = updateRecord(scope, base, toParams(params["record"] ?? {}), "record");
    return { revision: String(revision) };
  },
};

function findTarget(scope: WriteScope, params: Params): StoredRecord {
  if (params["updateKey"] === undefined || params["updateKey"] === null) {
    return findRecord(scope, readId(params, "id"));
  }
  const key = parseUpdateKey(scope, params["updateKey"], "updateKey");
  const record = findByUpdateKey(scope, key);
  if (!record) {
    throw new PlatformError("GAIA_RE20", { field: key.field.code, value: key.value });
  }
  return record;
}
