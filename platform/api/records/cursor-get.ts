import { PlatformError } from "../../platform-error.ts";
import { openScope } from "../../permission/open-scope.ts";
import { toReadable } from "../../permission/read-records.ts";
import { requireAppRight } from "../../permission/require-rights.ts";
import type { Operation } from "../operation.ts";
import { readText } from "../params.ts";

/** `GET records/cursor.json`: id → {records, next}; the last page closes the cursor. */
export const getCursor: Operation = {
  method: "GET",
  path: "/k/v1/records/cursor.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store, now, caller } = context;
    const id = readText(params, "id");
    const cursor = store.cursors.find(id, now);
    if (cursor?.owner !== caller.code) {
      throw new PlatformError("GAIA_CR01", { id });
    }
    const scope = openScope(context, cursor.appId);
    requireAppRight(scope, "recordViewable");
    const rest = cursor.recordIds.slice(cursor.size);
    if (rest.length === 0) {
      store.cursors.close(id);
    } else {
      store.cursors.advance(id, { ...cursor, recordIds: rest }, now);
    }
    const codes = cursor.fields && new Set(cursor.fields);
    return {
      records: cursor.recordIds
        .slice(0, cursor.size)
        // Records deleted or closed to the caller since the cursor was made are passed over.
        .map((recordId) => store.records.find(scope.app.id, recordId))
        .filter((record) => record !== null && scope.access.record(record).viewable)
        .map((record) => (record === null ? {} : toReadable(scope, record, codes))),
      next: rest.length > 0,
    };
  },
};
