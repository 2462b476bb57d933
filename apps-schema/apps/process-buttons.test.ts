import { describe, expect, it } from "vitest";
import { type Role, roles } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { Process, ProcessAction } from "../schema/process.ts";
import type { Condition } from "../schema/view.ts";
import { suiteApps } from "../suite.ts";

// What one person is offered at each state, whatever part they have in the record.

const parts = ["作成者", "owner", "owner_sub", "dept_head"] as const;

type Person = { readonly role: Role; readonly parts: ReadonlySet<string> };

/** Every role with every set of parts that one person may have in a record. */
const people: readonly Person[] = roles.flatMap((role) =>
  Array.from({ length: 2 ** parts.length }, (_, bits) => ({
    role,
    parts: new Set(parts.filter((_part, index) => Math.floor(bits / 2 ** index) % 2 === 1)),
  })),
);

function mayAct({ states }: Process, action: ProcessAction, person: Person): boolean {
  const { byFields = [], byRoles = [] } = action;
  const isNamed = (fields: readonly string[]) => fields.some((field) => person.parts.has(field));
  if (byFields.length + byRoles.length > 0) {
    return isNamed(byFields) || byRoles.includes(person.role);
  }
  const state = states.find(({ name }) => name === action.from);
  return state?.assignees === "creator"
    ? person.parts.has("作成者")
    : isNamed(state?.assigneeFields ?? []) || (state?.assignees ?? []).some((role) => role === person.role);
}

/** Conditions about whoever looks; what they ask of the record itself is met. */
function isMeant({ where = [] }: ProcessAction, person: Person): boolean {
  return where.every(
    (condition) => !("call" in condition) || person.parts.has(condition.field) === (condition.operator === "in"),
  );
}

/** Whether a record can meet both: one asks for a choice that the other refuses. */
function excludeEachOther(one: ProcessAction, other: ProcessAction): boolean {
  return listChoices(one).some((left) =>
    listChoices(other).some((right) => left.field === right.field && left.operator !== right.operator),
  );
}

function listChoices({ where = [] }: ProcessAction): readonly Condition[] {
  return where.filter((each) => "values" in each);
}

const processes = Object.values<AppSchema>(suiteApps).flatMap(({ name, process }) =>
  process === undefined ? [] : [{ name, process }],
);

describe.each(processes)("the steps of $name", ({ process }) => {
  it("offer one person one button for one step", () => {
    const twice = people.flatMap((person) => {
      const offered = process.actions.filter((action) => mayAct(process, action, person) && isMeant(action, person));
      return offered.flatMap((one, index) =>
        offered
          .slice(index + 1)
          .filter((other) => one.from === other.from && one.to === other.to && !excludeEachOther(one, other))
          .map((other) => `${person.role} ${[...person.parts].join("・")}: ${one.name}／${other.name}`),
      );
    });
    expect(twice).toEqual([]);
  });

  it("name in the sentence of their state every button that is pressed there", () => {
    const unsaid = process.actions.filter(({ name, from }) => {
      const todo = process.states.find((state) => state.name === from)?.todo ?? "";
      return !todo.includes(`「${name}」`);
    });
    expect(unsaid.map(({ from, name }) => `${from}: ${name}`)).toEqual([]);
  });
});
