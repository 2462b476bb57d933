import type { JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, textOf } from "../client/json.ts";
import { covers } from "../plan/covers.ts";
import { planMessages } from "../plan/plan-messages.ts";
import type { AreaDescriptor, MergeInput, Merged } from "./area.ts";
import type { Items } from "./merge-keyed.ts";
import { mergeKeyed, toItems } from "./merge-keyed.ts";
import { mergeLines } from "./merge-lines.ts";

/** プロセス管理. States are known by name; actions by name and the states between which they lead. */
export const processArea: AreaDescriptor = {
  area: "process",
  resource: "app/status",
  message: planMessages.process,
  members: ["enable", "states", "actions"],
  initial: { enable: false, states: null, actions: null },
  renames: "states",
  merge: mergeProcess,
};

/**
 * A process that was never switched on holds only kintone's template (未処理・処理中・完了) and is replaced. Its first state cannot be
 * added, only renamed, so our first state is sent under the name that is there now.
 */
function mergeProcess({ declared, observed, mode, renamed }: MergeInput): Merged {
  const isEnabled = textOf(observed["enable"]) === "true";
  const present = toItems(observed["states"]);
  const wanted = toItems(declared["states"]);
  const renames = { ...renamed, ...renameFirst(wanted, present, renamed) };
  const states = mergeKeyed({
    declared: wanted,
    observed: present,
    mode: isEnabled ? mode : "mirror",
    renamed: renames,
  });
  const lostStates = isEnabled ? states.lost : [];
  const names = new Map(Object.entries(renames).map(([name, before]) => [before, name]));
  const actions = mergeLines(
    listOf(declared["actions"]).filter(isJsonObject),
    isEnabled ? listOf(observed["actions"]).map((action) => followRenames(action, names)) : [],
    { keyOf: nameOf, mode },
  );
  const body = {
    enable: mode === "add" && isEnabled ? true : (declared["enable"] ?? true),
    states: states.items,
    actions: actions.lines,
  };
  return {
    body: covers(observed, body) ? null : body,
    changed: states.changed,
    lost: [...lostStates, ...actions.lost],
    ...(isFirstAdded(states.items, present) ? { impossible: firstOf(states.items) ?? "" } : {}),
  };
}

/** kintone renames the first state, but puts no other before it. */
function isFirstAdded(sent: Items, present: Items): boolean {
  const first = firstOf(sent);
  return first !== null && Object.keys(present).length > 0 && present[first] === undefined;
}

function nameOf({ name, from, to }: JsonObject): string {
  return `${textOf(name)} (${textOf(from)} → ${textOf(to)})`;
}

/** kintone leads an action to a renamed state by the new name. */
function followRenames(action: unknown, names: ReadonlyMap<string, string>): JsonObject {
  if (!isJsonObject(action)) {
    return {};
  }
  const [from, to] = [textOf(action["from"]), textOf(action["to"])];
  return { ...action, from: names.get(from) ?? from, to: names.get(to) ?? to };
}

function renameFirst(wanted: Items, present: Items, renamed: Readonly<Record<string, string>>): Record<string, string> {
  const [first, presentFirst] = [firstOf(wanted), firstOf(present)];
  const isTaken =
    presentFirst !== null && (wanted[presentFirst] !== undefined || Object.values(renamed).includes(presentFirst));
  const isThere = first !== null && present[first] !== undefined;
  return first === null || presentFirst === null || isTaken || isThere || renamed[first] !== undefined
    ? {}
    : { [first]: presentFirst };
}

function firstOf(states: Items): string | null {
  const entries = Object.entries(states).map(([name, state]) => [name, Number(textOf(state["index"]))] as const);
  return entries.toSorted(([, a], [, b]) => a - b)[0]?.[0] ?? null;
}
