import type { ProcessAction, ProcessEntity, ProcessSettings } from "../../../store/app-settings.ts";
import { loadGroupCodes, loadMembers, loadOrganizationCodes, loadUser } from "../field/load-principals.ts";
import { readPrincipals } from "../field/read-value.ts";
import type { Principal } from "../field/read-value.ts";
import { callRest } from "../rest.ts";
import { listActions, needsAssignee } from "./available-actions.ts";
import type { Caller, ProcessCodes } from "./available-actions.ts";
import type { FormRecord } from "./form-record.ts";
import { readRecords } from "./lookup.ts";

/** One action that can be pressed now, with the people of whom one has to be chosen. */
export type OfferedAction = { readonly action: ProcessAction; readonly candidates: readonly Principal[] };

/** The actions that the signed-in user may press on a record. */
export async function loadActions(
  process: ProcessSettings,
  record: FormRecord,
  context: { readonly app: number; readonly user: string; readonly codes: ProcessCodes },
): Promise<OfferedAction[]> {
  const caller = await loadCaller(process, context.user);
  const actions = listActions(process, record, { codes: context.codes, caller });
  const offered = await Promise.all(
    actions.map(async (action): Promise<OfferedAction | null> => {
      if (!(await matches(action, context.app, record))) {
        return null;
      }
      return { action, candidates: needsAssignee(process, action) ? await loadTargets(process, action, record) : [] };
    }),
  );
  return offered.filter((entry) => entry !== null);
}

/** Groups matter only for actions that others than the assignee may run. */
async function loadCaller(process: ProcessSettings, code: string): Promise<Caller> {
  if (!process.actions.some((action) => action.type === "SECONDARY")) {
    return { code, groups: [], organizations: [] };
  }
  const [groups, organizations] = await Promise.all([loadGroupCodes(code), loadOrganizationCodes(code)]);
  return { code, groups, organizations };
}

/** The server judges the condition with its own query language: is this record among those that it finds? */
async function matches(action: ProcessAction, app: number, record: FormRecord): Promise<boolean> {
  if (action.filterCond === "" || record.id === null) {
    return true;
  }
  const query = `(${action.filterCond}) and $id = ${record.id}`;
  const { records } = readRecords(await callRest("GET", "/k/v1/records", { app, query, fields: ["$id"] }));
  return records.length > 0;
}

async function loadTargets(process: ProcessSettings, action: ProcessAction, record: FormRecord): Promise<Principal[]> {
  const target = process.states.find((state) => state.name === action.to);
  const found = await Promise.all((target?.assignee.entities ?? []).map(async (entity) => loadEntity(entity, record)));
  return [...new Map(found.flat().map((user) => [user.code, user])).values()];
}

async function loadEntity({ entity }: ProcessEntity, record: FormRecord): Promise<readonly Principal[]> {
  const code = entity.code ?? "";
  switch (entity.type) {
    case "USER":
      return [await loadUser(code)];
    case "GROUP":
      return loadMembers("GROUP", code);
    case "ORGANIZATION":
      return loadMembers("ORGANIZATION", code);
    case "FIELD_ENTITY":
    case "CUSTOM_FIELD":
    case "CREATOR":
    default:
      return readPrincipals(record.values[code]);
  }
}
