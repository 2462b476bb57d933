import { notifyAdded } from "../notification/notify.ts";
import { formatInstant } from "../query/calendar.ts";
import { refuseLockedFields } from "../permission/refuse-locked-fields.ts";
import { requireAppRight } from "../permission/require-rights.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { readStates } from "./app-fields.ts";
import { buildValues } from "./build-values.ts";
import type { SentRecord } from "./build-values.ts";
import { takeHistory } from "./take-history.ts";
import { saveUniqueValues } from "./unique-values.ts";
import { listInitialAssignees } from "./list-candidates.ts";
import type { WriteScope } from "./write-scope.ts";

/** Adds one record with the values that a caller sent; `prefix` names it in the keys below `errors`. */
export function insertRecord(scope: WriteScope, sent: SentRecord, prefix: string): StoredRecord {
  const { store, app, caller } = scope;
  requireAppRight(scope, "recordAddable");
  refuseLockedFields(scope, sent, null);
  const now = formatInstant(scope.now);
  const { history, rest } = takeHistory(scope, sent);
  const stamps = { createdAt: now, creator: caller.code, modifiedAt: now, modifier: caller.code, ...history };
  const values = buildValues(scope, rest, { base: null, prefix, stamps });
  const draft: StoredRecord = {
    appId: app.id,
    id: store.records.nextId(app.id),
    revision: 1,
    values,
    ...stamps,
    status: readStates(app.settings)[0] ?? null,
    assignees: [],
  };
  const record = { ...draft, assignees: listInitialAssignees(store, app, draft) };
  store.records.insert(record);
  saveUniqueValues(store, app, record);
  notifyAdded(scope, record);
  return record;
}
