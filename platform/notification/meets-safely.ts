import { PlatformError } from "../platform-error.ts";
import type { QueryContext } from "../query/query-context.ts";
import { meetsCondition } from "../query/run-query.ts";
import type { StoredRecord } from "../store/stored-record.ts";

/**
 * Whether a record meets a condition of the notification settings. One that cannot be read any more (it may name a user who is
 * gone) is met by nothing: it must not keep anyone from saving a record.
 */
export function meetsSafely(record: StoredRecord, condition: string, context: QueryContext): boolean {
  if (condition === "") {
    return true;
  }
  try {
    return meetsCondition(record, condition, context);
  } catch (error) {
    if (error instanceof PlatformError) {
      return false;
    }
    throw error;
  }
}
