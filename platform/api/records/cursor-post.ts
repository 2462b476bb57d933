import { inputMessages } from "../../messages.ts";
import { invalidParameter, invalidQuery, PlatformError } from "../../platform-error.ts";
import { findReadable } from "../../permission/read-records.ts";
import { requireAppRight } from "../../permission/require-rights.ts";
import { parseQuery } from "../../query/parse-query.ts";
import type { Operation } from "../operation.ts";
import { readInteger, readOptionalText, readTexts } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

const defaultSize = 100;
const largestSize = 500;

/** `POST records/cursor.json`: app, fields[]?, query? (no limit, no offset), size? → {id, totalCount}. */
export const postCursor: Operation = {
  method: "POST",
  path: "/k/v1/records/cursor.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store, caller, now } = context;
    const scope = writeScopeOf(context);
    requireAppRight(scope, "recordViewable");
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
    const recordIds = findReadable(scope, query).map((record) => record.id);
    const asked = { fields: fields.length === 0 ? null : fields, size };
    const cursor = { appId: scope.app.id, owner: caller.code, recordIds, ...asked };
    const id = store.cursors.open(cursor, now);
    if (id === null) {
      throw new PlatformError("GAIA_TM12");
    }
    return { id, totalCount: String(recordIds.length) };
  },
};
