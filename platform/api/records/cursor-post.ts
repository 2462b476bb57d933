import { inputMessages } from "../../messages.ts";
import { invalidParameter, invalidQuery, PlatformError } from "../../platform-error.ts";
import { parseQuery } from "../../query/parse-query.ts";
import { findMatching } from "../../query/run-query.ts";
import { createQueryContext } from "../../record/create-query-context.ts";
import { findLiveApp } from "../../record/find-live-app.ts";
import type { Operation } from "../operation.ts";
import { readId, readInteger, readOptionalText, readTexts } from "../params.ts";

const defaultSize = 100;
const largestSize = 500;

/** `POST records/cursor.json`: app, fields[]?, query? (no limit, no offset), size? → {id, totalCount}. */
export const postCursor: Operation = {
  method: "POST",
  path: "/k/v1/records/cursor.json",
  reach: "live",
  right: "user",
  run: ({ params, store, caller, now }) => {
    const app = findLiveApp(store, readId(params, "app"));
    const fields = readTexts(params, "fields");
    const size = readInteger(params, "size") ?? defaultSize;
    if (size < 1 || size > largestSize) {
      throw size < 1
        ? invalidParameter("size", inputMessages.atLeast, { limit: 1 })
        : invalidParameter("size", inputMessages.atMost, { limit: largestSize });
    }
    const query = parseQuery(readOptionalText(params, "query") ?? "");
    if (query.limit !== null || query.offset !== null) {
      throw invalidQuery();
    }
    const context = createQueryContext(store, app.settings, { user: caller, now });
    const recordIds = findMatching(store.records.all(app.id).values(), query, context).map((record) => record.id);
    const cursor = { appId: app.id, recordIds, fields: fields.length === 0 ? null : fields, size };
    const id = store.cursors.open(cursor, now);
    if (id === null) {
      throw new PlatformError("GAIA_TM12");
    }
    return { id, totalCount: String(recordIds.length) };
  },
};
