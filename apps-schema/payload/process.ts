import type { Role } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { ProcessState } from "../schema/process.ts";
import { renderConditions } from "./condition.ts";

export type Principal = { readonly type: "GROUP" | "ORGANIZATION" | "USER"; readonly code: string };

type EntityPayload = {
  readonly entity: { readonly type: Principal["type"] | "FIELD_ENTITY"; readonly code: string };
  readonly includeSubs: boolean;
};

type StatePayload = {
  readonly name: string;
  readonly index: string;
  readonly assignee: { readonly type: "ONE" | "ANY"; readonly entities: readonly EntityPayload[] };
};

type ActionPayload = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly filterCond: string;
} & (
  | { readonly type: "PRIMARY" }
  | { readonly type: "SECONDARY"; readonly executableUser: { readonly entities: readonly EntityPayload[] } }
);

export type ProcessPayload =
  | { readonly enable: false }
  | {
      readonly enable: true;
      readonly states: Readonly<Record<string, StatePayload>>;
      readonly actions: readonly ActionPayload[];
    };

/** The code of kintone's own 作成者 field in a Japanese domain. */
const creatorField = "作成者";

/** Builds the body of the process management API; any one person behind a state's roles may act in it. */
export function buildProcess(schema: AppSchema, resolvePrincipal: (role: Role) => Principal): ProcessPayload {
  if (schema.process === undefined) {
    return { enable: false };
  }
  const { states, actions } = schema.process;
  return {
    enable: true,
    states: Object.fromEntries(states.map((state, index) => [state.name, buildState(state, index, resolvePrincipal)])),
    actions: actions.map(({ name, from, to, where = [], byFields }) => ({
      name,
      from,
      to,
      filterCond: renderConditions(where),
      ...(byFields === undefined
        ? { type: "PRIMARY" }
        : { type: "SECONDARY", executableUser: { entities: byFields.map(fieldEntity) } }),
    })),
  };
}

function buildState(
  { name, assignees, assigneeFields = [] }: ProcessState,
  index: number,
  resolvePrincipal: (role: Role) => Principal,
): StatePayload {
  if (assignees === "creator") {
    return { name, index: String(index), assignee: { type: "ONE", entities: [fieldEntity(creatorField)] } };
  }
  const entities = [...assigneeFields.map(fieldEntity), ...assignees.map((role) => entity(resolvePrincipal(role)))];
  return { name, index: String(index), assignee: { type: "ANY", entities } };
}

function fieldEntity(code: string): EntityPayload {
  return entity({ type: "FIELD_ENTITY", code });
}

function entity({ type, code }: EntityPayload["entity"]): EntityPayload {
  return { entity: { type, code }, includeSubs: false };
}
