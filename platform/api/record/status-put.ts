import { findRecord } from "../../record/find-record.ts";
import { proceedRecord } from "../../record/proceed-record.ts";
import { checkRevision } from "../../record/update-record.ts";
import type { Operation } from "../operation.ts";
import { readId, readOptionalText, readRevision, readText } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/** `PUT record/status.json`: app, id, action, assignee?, revision? → {revision}, two higher than before. */
export const putRecordStatus: Operation = {
  method: "PUT",
  path: "/k/v1/record/status.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params } = context;
    const scope = writeScopeOf(context);
    const record = findRecord(scope, readId(params, "id"));
    const action = readText(params, "action");
    checkRevision(record, readRevision(params));
    const assignee = readOptionalText(params, "assignee");
    const { revision } = proceedRecord(scope, record, { action, assignee, assigneePath: "assignee" });
    return { revision: String(revision) };
  },
};
