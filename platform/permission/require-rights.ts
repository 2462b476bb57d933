import { PlatformError } from "../platform-error.ts";
import type { WriteScope } from "../record/write-scope.ts";
import type { AppRights, RecordRights } from "../store/acl-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";

/** Refuses (CB_NO02) who has not this right in the app. */
export function requireAppRight({ access }: WriteScope, right: keyof AppRights): void {
  if (!access.rights[right]) {
    throw new PlatformError("CB_NO02");
  }
}

/** Refuses (CB_NO02) who has not this right to the record. */
export function requireRecordRight({ access }: WriteScope, record: StoredRecord, right: keyof RecordRights): void {
  if (!access.record(record)[right]) {
    throw new PlatformError("CB_NO02");
  }
}
