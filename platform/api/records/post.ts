import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { insertRecord } from "../../record/insert-record.ts";
import type { Operation } from "../operation.ts";
import { readList, toParams } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/** How many records one call adds, updates or deletes at most. */
const mostRecords = 100;

/** `POST records.json`: app, records (≤ 100) → {ids, revisions}; one bad record refuses all. */
export const postRecords: Operation = {
  method: "POST",
  path: "/k/v1/records.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const scope = writeScopeOf(context);
    if (context.params["records"] === undefined) {
      throw invalidParameter("records", inputMessages.parameterRequired);
    }
    const sent = readList(context.params, "records");
    if (sent.length > mostRecords) {
      throw invalidParameter("records", inputMessages.tooManyAdded);
    }
    const records = sent.map((record, index) => insertRecord(scope, toParams(record), `records[${index}]`));
    return {
      ids: records.map(({ id }) => String(id)),
      revisions: records.map(({ revision }) => String(revision)),
    };
  },
};
