import type { ProcessAction, ProcessEntity, ProcessSettings, ProcessState } from "../../../store/app-settings.ts";
import { readPrincipals, readText } from "../field/read-value.ts";
import type { FormRecord } from "./form-record.ts";

/** Who asks, with the groups and organizations they belong to. */
export type Caller = {
  readonly code: string;
  readonly groups: readonly string[];
  readonly organizations: readonly string[];
};

/** The codes under which status and assignees are in a record: their field codes in this app. */
export type ProcessCodes = { readonly status: string; readonly assignee: string };

/** The status that the record is in; the first one when it carries none. */
export function currentState(process: ProcessSettings, record: FormRecord, codes: ProcessCodes): ProcessState | null {
  const name = readText(record.values[codes.status]);
  return process.states.find((state) => state.name === name) ?? null;
}

/**
 * The actions that this caller may press, their filter conditions still to be judged by the server. With an empty list
 * of assignees kintone shows the control to nobody (measured, fact sheet §3.5); SECONDARY actions go by their own list.
 */
export function listActions(
  process: ProcessSettings,
  record: FormRecord,
  { codes, caller }: { readonly codes: ProcessCodes; readonly caller: Caller },
): readonly ProcessAction[] {
  const state = currentState(process, record, codes);
  if (!process.enable || state === null) {
    return [];
  }
  const isAssignee = readPrincipals(record.values[codes.assignee]).some((user) => user.code === caller.code);
  return process.actions.filter((action) => {
    if (action.from !== state.name) {
      return false;
    }
    return action.type === "SECONDARY"
      ? (action.executableUser?.entities ?? []).some((entity) => includesCaller(entity, { record, caller }))
      : isAssignee;
  });
}

function includesCaller(
  { entity }: ProcessEntity,
  { record, caller }: { readonly record: FormRecord; readonly caller: Caller },
): boolean {
  const code = entity.code ?? "";
  switch (entity.type) {
    case "USER":
      return code === caller.code;
    case "GROUP":
      return caller.groups.includes(code);
    case "ORGANIZATION":
      return caller.organizations.includes(code);
    case "FIELD_ENTITY":
    case "CUSTOM_FIELD":
      return readPrincipals(record.values[code]).some(
        (principal) =>
          principal.code === caller.code ||
          caller.groups.includes(principal.code) ||
          caller.organizations.includes(principal.code),
      );
    case "CREATOR":
    default:
      return false;
  }
}

/** Whether an action has to name who works on the record next (fact sheet §8.5). */
export function needsAssignee(process: ProcessSettings, action: ProcessAction): boolean {
  const target = process.states.find((state) => state.name === action.to);
  return target?.assignee.type === "ONE" && target.assignee.entities.length > 0;
}
