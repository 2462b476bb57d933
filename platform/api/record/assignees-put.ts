import { inputMessages } from "../../messages.ts";
import { notifyAssigned } from "../../notification/notify.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { formatInstant } from "../../query/calendar.ts";
import { readStates } from "../../record/app-fields.ts";
import { findRecord } from "../../record/find-record.ts";
import { checkRevision } from "../../record/update-record.ts";
import type { Operation } from "../operation.ts";
import { readId, readRevision, readTexts } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

const mostAssignees = 100;

/** `PUT record/assignees.json`: app, id, assignees (login names, `[]` clears), revision? → {revision}. */
export const putRecordAssignees: Operation = {
  method: "PUT",
  path: "/k/v1/record/assignees.json",
  reach: "live",
  // Needs the right to manage the app and to view the record (fact sheet §5.1).
  right: "manage",
  run: (context) => {
    const { params, store, caller, now } = context;
    const scope = writeScopeOf(context);
    const { app } = scope;
    if (readStates(app.settings).length === 0) {
      throw new PlatformError("GAIA_ST02");
    }
    const record = findRecord(scope, readId(params, "id"));
    checkRevision(record, readRevision(params));
    const assignees = [...new Set(readTexts(params, "assignees"))];
    if (assignees.length > mostAssignees) {
      throw invalidParameter("assignees", inputMessages.atMost, { limit: mostAssignees });
    }
    for (const code of assignees) {
      if (!store.users.find(code)) {
        throw new PlatformError("GAIA_IL26", { code });
      }
    }
    const revision = record.revision + 1;
    const saved = { ...record, assignees, revision, modifiedAt: formatInstant(now), modifier: caller.code };
    store.records.update(saved);
    notifyAssigned(scope, record, saved);
    return { revision: String(revision) };
  },
};
