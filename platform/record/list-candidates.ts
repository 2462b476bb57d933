import type { ProcessEntity } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import type { Store } from "../store/store.ts";
import { toAppFields } from "./app-fields.ts";
import type { LiveApp } from "./write-scope.ts";

/** The codes of the users that entities of the process settings stand for, each once, in their order. */
export function listCandidates(
  store: Store,
  app: LiveApp,
  record: StoredRecord,
  entities: readonly ProcessEntity[],
): readonly string[] {
  return [...new Set(entities.flatMap((entity) => toUserCodes(store, app, record, entity)))];
}

/** Who acts first on a new record: at the first status nobody is asked, so all its candidates count. */
export function listInitialAssignees(store: Store, app: LiveApp, record: StoredRecord): readonly string[] {
  const state = app.settings.process.states.find(({ name }) => name === record.status);
  return state ? listCandidates(store, app, record, state.assignee.entities) : [];
}

function toUserCodes(
  store: Store,
  app: LiveApp,
  record: StoredRecord,
  { entity, includeSubs }: ProcessEntity,
): readonly string[] {
  const code = entity.code ?? "";
  switch (entity.type) {
    case "USER":
      return store.users.find(code) ? [code] : [];
    case "GROUP":
      return store.groups.members(code);
    case "ORGANIZATION":
      return store.organizations.members(code, includeSubs);
    case "CREATOR":
      return [record.creator];
    case "FIELD_ENTITY":
      return toFieldUsers(store, app, record, { code, includeSubs });
    case "CUSTOM_FIELD":
    default:
      // Custom items of user profiles are not there.
      return [];
  }
}

function toFieldUsers(
  store: Store,
  app: LiveApp,
  record: StoredRecord,
  { code, includeSubs }: { readonly code: string; readonly includeSubs: boolean },
): readonly string[] {
  const field = toAppFields(app.settings).top.get(code);
  if (!field) {
    return [];
  }
  const value = record.values[field.id];
  const codes = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  switch (field.type) {
    case "CREATOR":
      return [record.creator];
    case "MODIFIER":
      return [record.modifier];
    case "USER_SELECT":
      return codes;
    case "GROUP_SELECT":
      return codes.flatMap((group) => store.groups.members(group));
    case "ORGANIZATION_SELECT":
      return codes.flatMap((organization) => store.organizations.members(organization, includeSubs));
    default:
      return [];
  }
}
