import type { AppSchema } from "../schema/app-schema.ts";
import type { ProcessState } from "../schema/process.ts";
import { renderConditions } from "./condition.ts";
import { resolveRoles, type Principal, type ResolvePrincipals } from "./principals.ts";

type EntityPayload = {
  readonly entity: { readonly type: Principal["type"] | "FIELD_ENTITY"; readonly code: string };
  readonly includeSubs: boolean;
};

type StatePayload = {
  readonly name: string;
  readonly index: string;
  readonly assignee: { readonly type: "ONE" | "ANY" | "ALL"; readonly entities: readonly EntityPayload[] };
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
export function buildProcess(schema: AppSchema, resolvePrincipals: ResolvePrincipals): ProcessPayload {
  if (schema.process === undefined) {
    return { enable: false };
  }
  const { states, actions } = schema.process;
  return {
    enable: true,
    states: Object.fromEntries(states.map((state, index) => [state.name, buildState(state, index, resolvePrincipals)])),
    actions: actions.map(({ name, from, to, where = [], byFields = [], byRoles = [] }) => {
      const people = [...byFields.map(fieldEntity), ...resolveRoles(byRoles, resolvePrincipals).map(entity)];
      return {
        name,
        from,
        to,
        filterCond: renderConditions(where),
        ...(people.length === 0 ? { type: "PRIMARY" } : { type: "SECONDARY", executableUser: { entities: people } }),
      };
    }),
  };
}

function buildState(
  { name, assignees, assigneeFields = [], assigning }: ProcessState,
  index: number,
  resolvePrincipals: ResolvePrincipals,
): StatePayload {
  if (assignees === "creator") {
    return { name, index: String(index), assignee: { type: "ONE", entities: [fieldEntity(creatorField)] } };
  }
  const entities = [...assigneeFields.map(fieldEntity), ...resolveRoles(assignees, resolvePrincipals).map(entity)];
  return { name, index: String(index), assignee: { type: assigning ?? "ANY", entities } };
}

function fieldEntity(code: string): EntityPayload {
  return entity({ type: "FIELD_ENTITY", code });
}

function entity({ type, code }: EntityPayload["entity"]): EntityPayload {
  return { entity: { type, code }, includeSubs: false };
}
