import { listPrincipals } from "../../../apps-schema/payload/principals.ts";
import type { Role } from "../../../apps-schema/schema/app-key.ts";
import { roles } from "../../../apps-schema/schema/app-key.ts";
import type { Process, ProcessAction, ProcessState } from "../../../apps-schema/schema/process.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import { parseConditions } from "./parse-condition.ts";
import type { Names } from "./pulled-app.ts";
import { indexOf } from "./to-field.ts";

/** A process in the words of declarations; null when people act in it whom no role names, or in ways they do not know. */
export function toProcess(process: JsonObject, names: Names): Process | null {
  const states = Object.entries(objectOf(process["states"]))
    .toSorted(([, left], [, right]) => indexOf(left) - indexOf(right))
    .map(([name, state]) => toState(name, state ?? null, names));
  const actions = listOf(process["actions"]).map((action) => toAction(action, names));
  const wholeStates = states.filter((state) => state !== null);
  const wholeActions = actions.filter((action) => action !== null);
  return wholeStates.length === states.length && wholeActions.length === actions.length
    ? { states: wholeStates, actions: wholeActions }
    : null;
}

function toState(name: string, state: Json, { principals }: Names): ProcessState | null {
  const entities = listOf(memberOf(memberOf(state, "assignee"), "entities")).map((each) => memberOf(each, "entity"));
  const fields = entities.filter(isField).map((entity) => textOf(memberOf(entity, "code")));
  if (fields.length === 1 && entities.length === 1 && fields[0] === "作成者") {
    return { name, todo: "", assignees: "creator" };
  }
  const people = entities.filter((entity) => !isField(entity));
  const found = people.map((entity) => findRole(entity, principals));
  const assignees = [...new Set(found.filter((role) => role !== undefined))];
  return !found.includes(undefined)
    ? { name, todo: "", assignees, ...(fields.length === 0 ? {} : { assigneeFields: fields }), ...toAssigning(state) }
    : null;
}

function toAssigning(state: Json): Pick<ProcessState, "assigning"> {
  const type = memberOf(memberOf(state, "assignee"), "type");
  return type === "ONE" || type === "ALL" ? { assigning: type } : {};
}

function isField(entity: Json): boolean {
  return textOf(memberOf(entity, "type")) === "FIELD_ENTITY";
}

export function findRole(entity: Json, principals: Names["principals"]): Role | undefined {
  return roles.find((role) =>
    listPrincipals(principals[role]).some(
      ({ type, code }) => type === textOf(memberOf(entity, "type")) && code === textOf(memberOf(entity, "code")),
    ),
  );
}

function toAction(action: Json, { principals }: Names): ProcessAction | null {
  const filter = parseConditions(textOf(memberOf(action, "filterCond")));
  const [name, from, to] = ["name", "from", "to"].map((member) => textOf(memberOf(action, member)));
  if (filter === null || filter.joint === "or" || name === undefined || from === undefined || to === undefined) {
    return null;
  }
  const entities = listOf(memberOf(memberOf(action, "executableUser"), "entities")).map((each) =>
    memberOf(each, "entity"),
  );
  const byFields = entities.filter(isField).map((entity) => textOf(memberOf(entity, "code")));
  const found = entities.filter((entity) => !isField(entity)).map((entity) => findRole(entity, principals));
  const byRoles = [...new Set(found.filter((role) => role !== undefined))];
  if (found.includes(undefined)) {
    return null;
  }
  return {
    name,
    from,
    to,
    ...(filter.where.length === 0 ? {} : { where: filter.where }),
    ...(byFields.length === 0 ? {} : { byFields }),
    ...(byRoles.length === 0 ? {} : { byRoles }),
  };
}
