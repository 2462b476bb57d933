import { inputMessages } from "../messages.ts";
import { notifyMoved } from "../notification/notify.ts";
import { knowsPerson } from "../permission/knows-person.ts";
import { invalidParameter, PlatformError } from "../platform-error.ts";
import { formatInstant } from "../query/calendar.ts";
import { meetsCondition } from "../query/run-query.ts";
import type { ProcessAction, ProcessState } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { readStates } from "./app-fields.ts";
import { createQueryContext } from "./create-query-context.ts";
import { listCandidates } from "./list-candidates.ts";
import type { WriteScope } from "./write-scope.ts";

export type Step = {
  /** The name of the action. */
  readonly action: string;
  /** The login name of the next assignee; null = not given. */
  readonly assignee: string | null;
  /** Where the assignee stands in the call, for `errors`. */
  readonly assigneePath: string;
};

/** Runs one action of the process on a record (fact sheet §8.5); the revision grows by two. */
export function proceedRecord(scope: WriteScope, record: StoredRecord, step: Step): StoredRecord {
  const action = findAction(scope, record, step.action);
  const moved = move(scope, record, { action, step });
  const saved: StoredRecord = {
    ...moved,
    revision: record.revision + 2,
    modifiedAt: formatInstant(scope.now),
    modifier: scope.caller.code,
  };
  scope.store.records.update(saved);
  notifyMoved(scope, record, saved);
  return saved;
}

function currentStatus({ app }: WriteScope, record: StoredRecord): string {
  const states = readStates(app.settings);
  if (states.length === 0) {
    throw new PlatformError("GAIA_ST02");
  }
  // A record that was made before the process, or whose status was deleted, stands at the first one.
  return record.status !== null && states.includes(record.status) ? record.status : (states[0] ?? "");
}

/**
 * The action of a name that the caller may run now. Who may run none of that name is told so before any condition is asked: whether
 * it is met would tell what the fields in it hold.
 */
function findAction(scope: WriteScope, record: StoredRecord, name: string): ProcessAction {
  const status = currentStatus(scope, record);
  const named = scope.app.settings.process.actions.filter((action) => action.name === name && action.from === status);
  if (named.length > 0 && !named.some((action) => mayExecute(scope, record, action))) {
    throw new PlatformError("GAIA_NT01");
  }
  const context = createQueryContext(scope.store, scope.app.settings, { user: scope.caller, now: scope.now });
  const found = named.filter(({ filterCond }) => filterCond === "" || meetsCondition(record, filterCond, context));
  const [action] = found;
  if (action === undefined || found.length > 1) {
    throw new PlatformError("GAIA_IL03");
  }
  if (!mayExecute(scope, record, action)) {
    throw new PlatformError("GAIA_NT01");
  }
  return action;
}

function mayExecute(scope: WriteScope, record: StoredRecord, action: ProcessAction): boolean {
  const { store, app, caller } = scope;
  if (action.type === "SECONDARY") {
    return listCandidates(store, app, record, action.executableUser?.entities ?? []).includes(caller.code);
  }
  return record.assignees.length === 0 || record.assignees.includes(caller.code);
}

function move(
  scope: WriteScope,
  record: StoredRecord,
  { action, step }: { readonly action: ProcessAction; readonly step: Step },
): Pick<StoredRecord, "status" | "assignees"> & StoredRecord {
  const from = findState(scope, action.from);
  const others = record.assignees.filter((code) => code !== scope.caller.code);
  if (action.type === "PRIMARY" && from?.assignee.type === "ALL" && others.length > 0) {
    // Everyone must act before the status moves; who has acted is no longer an assignee.
    return { ...record, status: action.from, assignees: others };
  }
  const target = findState(scope, action.to);
  if (!target) {
    throw new PlatformError("GAIA_IL03");
  }
  const moved = { ...record, status: target.name };
  return { ...moved, assignees: chooseAssignees(scope, moved, { target, step }) };
}

function chooseAssignees(
  { store, app, caller }: WriteScope,
  record: StoredRecord,
  { target, step }: { readonly target: ProcessState; readonly step: Step },
): readonly string[] {
  const { type, entities } = target.assignee;
  const candidates = listCandidates(store, app, record, entities);
  const person = step.assignee === null ? null : { kind: "user" as const, code: step.assignee };
  if (step.assignee !== null && person !== null && !knowsPerson(store, { caller, app: app.id }, person)) {
    throw new PlatformError("GAIA_IL26", { code: step.assignee });
  }
  if (type !== "ONE" || candidates.length === 0) {
    return candidates;
  }
  if (step.assignee === null) {
    throw invalidParameter(step.assigneePath, inputMessages.parameterRequired);
  }
  if (!candidates.includes(step.assignee)) {
    throw invalidParameter(step.assigneePath, inputMessages.notAssignable);
  }
  return [step.assignee];
}

function findState({ app }: WriteScope, name: string): ProcessState | null {
  return app.settings.process.states.find((state) => state.name === name) ?? null;
}
