import { parseQuery } from "../../query/parse-query.ts";
import { runQuery } from "../../query/run-query.ts";
import { createQueryContext } from "../../record/create-query-context.ts";
import { findLiveApp } from "../../record/find-live-app.ts";
import { toRestRecord } from "../../record/to-rest-record.ts";
import type { Operation } from "../operation.ts";
import { readBoolean, readId, readOptionalText, readTexts } from "../params.ts";

/** `GET records.json`: app, query?, fields[]?, totalCount? → {records, totalCount: string | null}. */
export const getRecords: Operation = {
  method: "GET",
  path: "/k/v1/records.json",
  reach: "live",
  right: "user",
  run: ({ params, store, caller, now }) => {
    const app = findLiveApp(store, readId(params, "app"));
    const fields = readTexts(params, "fields");
    const query = parseQuery(readOptionalText(params, "query") ?? "");
    const withTotal = readBoolean(params, "totalCount");
    const context = createQueryContext(store, app.settings, { user: caller, now });
    const { records, total } = runQuery(store.records.all(app.id).values(), query, context);
    const codes = fields.length === 0 ? null : new Set(fields);
    return {
      records: records.map((record) => toRestRecord(store, app.settings, record, codes)),
      totalCount: withTotal ? String(total) : null,
    };
  },
};
