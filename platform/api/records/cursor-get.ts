import { PlatformError } from "../../platform-error.ts";
import { findLiveApp } from "../../record/find-live-app.ts";
import { toRestRecord } from "../../record/to-rest-record.ts";
import type { Operation } from "../operation.ts";
import { readText } from "../params.ts";

/** `GET records/cursor.json`: id → {records, next}; the last page closes the cursor. */
export const getCursor: Operation = {
  method: "GET",
  path: "/k/v1/records/cursor.json",
  reach: "live",
  right: "user",
  run: ({ params, store, now }) => {
    const id = readText(params, "id");
    const cursor = store.cursors.find(id, now);
    if (!cursor) {
      throw new PlatformError("GAIA_CR01", { id });
    }
    const app = findLiveApp(store, cursor.appId);
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
        // Records deleted since the cursor was made are passed over.
        .map((recordId) => store.records.find(app.id, recordId))
        .filter((record) => record !== null)
        .map((record) => toRestRecord(store, app.settings, record, codes)),
      next: rest.length > 0,
    };
  },
};
