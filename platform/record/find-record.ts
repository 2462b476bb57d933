import { requireAppRight, requireRecordRight } from "../permission/require-rights.ts";
import { PlatformError } from "../platform-error.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import type { WriteScope } from "./write-scope.ts";

/** A record that the caller may view; GAIA_RE01 when there is none, CB_NO02 when the caller may not. */
export function findRecord(scope: WriteScope, id: number): StoredRecord {
  requireAppRight(scope, "recordViewable");
  const record = scope.store.records.find(scope.app.id, id);
  if (!record) {
    throw new PlatformError("GAIA_RE01", { id });
  }
  requireRecordRight(scope, record, "viewable");
  return record;
}
