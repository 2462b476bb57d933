import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { findRecord } from "../../record/find-record.ts";
import { proceedRecord } from "../../record/proceed-record.ts";
import { checkRevision } from "../../record/update-record.ts";
import type { Operation } from "../operation.ts";
import { readId, readList, readOptionalText, readRevision, readText, toParams } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

const mostRecords = 100;

/** `PUT records/status.json`: app, records[{id, action, assignee?, revision?}] (≤ 100) → {records}; all or nothing. */
export const putRecordsStatus: Operation = {
  method: "PUT",
  path: "/k/v1/records/status.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const scope = writeScopeOf(context);
    const items = readList(context.params, "records").map(toParams);
    if (items.length > mostRecords) {
      throw invalidParameter("records", inputMessages.tooManyUpdated);
    }
    const records = items.map((item, index) => {
      const path = `records[${index}]`;
      const record = findRecord(scope, readId(item, "id", `${path}.id`));
      checkRevision(record, readRevision(item, `${path}.revision`));
      const moved = proceedRecord(scope, record, {
        action: readText(item, "action", `${path}.action`),
        assignee: readOptionalText(item, "assignee", `${path}.assignee`),
        assigneePath: `${path}.assignee`,
      });
      return { id: String(moved.id), revision: String(moved.revision) };
    });
    return { records };
  },
};
