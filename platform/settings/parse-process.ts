import type { AppSettings, ProcessAction, ProcessSettings, ProcessState } from "../store/app-settings.ts";
import { addFault, placeOf, placeOfNamed, type Place } from "./fault.ts";
import type { QueryCheck } from "./parse-views.ts";
import { assigneeTypes, executableTypes, readProcessEntities, type PrincipalExists } from "./read-process-entities.ts";
import { readFlag, readInteger, readList, readObject, readText, readWord } from "./read-value.ts";
import { queryNames } from "./rename-in-query.ts";
import { settingsText } from "./text.ts";
import { codeOfType } from "./find-field.ts";

export type ProcessSource = {
  readonly settings: AppSettings;
  readonly principalExists: PrincipalExists;
  readonly checkCondition: QueryCheck;
  readonly allocateId: () => number;
};

type Raw = Readonly<Record<string, unknown>>;

/** What an app starts with when its process management is switched on without statuses. */
function createInitialProcess(creator: string, allocateId: () => number): ProcessSettings {
  const names = ["未処理", "処理中", "完了"];
  const assignee = creatorAssignee(creator);
  return {
    enable: false,
    states: names.map((name, index) => ({ name, index: String(index), assignee, id: allocateId() })),
    actions: [
      { name: "処理開始", from: "未処理", to: "処理中", filterCond: "", type: "PRIMARY" },
      { name: "完了する", from: "処理中", to: "完了", filterCond: "", type: "PRIMARY" },
    ],
  };
}

/** `PUT preview/app/status.json`: what is not sent stays; statuses that are not listed are deleted with their actions. */
export function parseProcess(place: Place, sent: Raw, source: ProcessSource): ProcessSettings {
  const { settings } = source;
  const enable = readFlag(placeOf(place, "enable"), sent["enable"], settings.process.enable);
  const creator = codeOfType(settings.fields, "CREATOR");
  const isNew = settings.process.states.length === 0;
  const before =
    isNew && (enable || isSent(sent["states"])) ? createInitialProcess(creator, source.allocateId) : settings.process;
  const { states, renamed } = isSent(sent["states"])
    ? readStates(placeOf(place, "states"), sent["states"], { before, source, isNew })
    : { states: before.states, renamed: new Map<string, string>() };
  const names = new Set(states.map((state) => state.name));
  const actions = isSent(sent["actions"])
    ? readActions(placeOf(place, "actions"), sent["actions"], { names, source })
    : keepActions(before.actions, names, renamed);
  return { enable, states, actions };
}

function isSent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Actions follow renamed statuses; those whose status is gone go with it. */
function keepActions(
  actions: readonly ProcessAction[],
  names: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string>,
): readonly ProcessAction[] {
  return actions
    .map((action) => ({
      ...action,
      from: renamed.get(action.from) ?? action.from,
      to: renamed.get(action.to) ?? action.to,
    }))
    .filter((action) => names.has(action.from) && names.has(action.to));
}

type StateSource = { readonly before: ProcessSettings; readonly source: ProcessSource; readonly isNew: boolean };

function readStates(
  place: Place,
  raw: unknown,
  { before, source, isNew }: StateSource,
): { readonly states: readonly ProcessState[]; readonly renamed: ReadonlyMap<string, string> } {
  const entries = Object.entries(readObject(place, raw) ?? {});
  if (entries.length === 0) {
    addFault(place, settingsText.required);
    return { states: before.states, renamed: new Map() };
  }
  const renamed = new Map<string, string>();
  const read = entries.flatMap(([key, entry]) => {
    const here = placeOfNamed(place, key);
    const state = readState(here, entry, { known: before.states.find(({ name }) => name === key), key, source });
    if (state !== null) {
      renamed.set(key, state.name);
    }
    return state === null ? [] : [{ key, place: here, state }];
  });
  const ordered = read.toSorted((a, b) => Number(a.state.index) - Number(b.state.index));
  const [first] = ordered;
  if (first !== undefined) {
    checkFirst(first.place, first.state, codeOfType(source.settings.fields, "CREATOR"));
    // An app that never had a process takes any first status: measured with a status of that name, assumed for others.
    if (!isNew && !before.states.some(({ name }) => name === first.key)) {
      addFault(first.place, settingsText.firstStateAdded);
    }
  }
  const seen = new Set<string>();
  for (const { place: here, state } of ordered) {
    if (seen.has(state.name)) {
      addFault(placeOf(here, "name"), settingsText.nameTwice);
    }
    seen.add(state.name);
  }
  return { states: ordered.map(({ state }, index) => ({ ...state, index: String(index) })), renamed };
}

function readState(
  place: Place,
  raw: unknown,
  at: { readonly known: ProcessState | undefined; readonly key: string; readonly source: ProcessSource },
): ProcessState | null {
  const sent = readObject(place, raw);
  if (sent === null) {
    return null;
  }
  const name = readText(placeOf(place, "name"), sent["name"], { initial: at.key, max: 64 });
  if (name === "") {
    addFault(placeOf(place, "name"), settingsText.required);
  } else if (at.known === undefined && name !== at.key) {
    addFault(placeOf(place, "name"), settingsText.nameDiffersFromKey);
  }
  const index = readInteger(placeOf(place, "index"), sent["index"], {
    initial: "0",
    min: 0,
    max: 2_147_483_647,
    required: true,
  });
  const kept = at.known?.assignee ?? creatorAssignee(codeOfType(at.source.settings.fields, "CREATOR"));
  const assignee = isSent(sent["assignee"])
    ? readAssignee(placeOf(place, "assignee"), sent["assignee"], at.source)
    : kept;
  return { name, index, assignee, id: at.known?.id ?? at.source.allocateId() };
}

/** The assignee of a status for which nobody set one (measured). */
function creatorAssignee(code: string): ProcessState["assignee"] {
  return { type: "ONE", entities: [{ entity: { type: "FIELD_ENTITY", code }, includeSubs: false }] };
}

function readAssignee(place: Place, raw: unknown, source: ProcessSource): ProcessState["assignee"] {
  const sent = readObject(place, raw) ?? {};
  if (!isSent(sent["type"])) {
    addFault(placeOf(place, "type"), settingsText.required);
  }
  return {
    type: readWord(placeOf(place, "type"), sent["type"], { words: ["ONE", "ALL", "ANY"], initial: "ONE" }),
    entities: readProcessEntities(placeOf(place, "entities"), sent["entities"], {
      types: assigneeTypes,
      fields: source.settings.fields,
      principalExists: source.principalExists,
    }),
  };
}

/** Measured: the first status takes only ONE with nobody or with the creator. */
function checkFirst(place: Place, state: ProcessState, creator: string): void {
  const { type, entities } = state.assignee;
  const isCreatorOnly = entities.every(({ entity }) => entity.type === "FIELD_ENTITY" && entity.code === creator);
  if (type !== "ONE" || entities.length > 1 || !isCreatorOnly) {
    addFault(placeOf(place, "assignee"), settingsText.firstStateAssignee);
  }
}

type ActionSource = { readonly names: ReadonlySet<string>; readonly source: ProcessSource };

function readActions(place: Place, raw: unknown, at: ActionSource): readonly ProcessAction[] {
  return (readList(place, raw) ?? []).flatMap((entry, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, entry);
    return sent === null ? [] : [readAction(here, sent, at)];
  });
}

function readAction(place: Place, sent: Raw, { names, source }: ActionSource): ProcessAction {
  const rule = { initial: "", required: true, max: 64 };
  const from = readText(placeOf(place, "from"), sent["from"], rule);
  const to = readText(placeOf(place, "to"), sent["to"], rule);
  for (const [key, name] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (name !== "" && !names.has(name)) {
      addFault(placeOf(place, key), settingsText.statusUnknown);
    }
  }
  const filterPlace = placeOf(place, "filterCond");
  const filterCond = readText(filterPlace, sent["filterCond"], { initial: "" });
  const { fields } = source.settings;
  if (queryNames(filterCond, new Set([codeOfType(fields, "STATUS")]))) {
    addFault(filterPlace, settingsText.statusInCondition);
  } else {
    source.checkCondition(filterPlace, filterCond);
  }
  const action = { name: readText(placeOf(place, "name"), sent["name"], rule), from, to, filterCond };
  const type = readWord(placeOf(place, "type"), sent["type"], { words: ["PRIMARY", "SECONDARY"], initial: "PRIMARY" });
  if (type === "PRIMARY") {
    return { ...action, type };
  }
  const userPlace = placeOf(place, "executableUser");
  const user = readObject(userPlace, sent["executableUser"]);
  if (user === null) {
    addFault(userPlace, settingsText.required);
  }
  const entities = readProcessEntities(placeOf(userPlace, "entities"), user?.["entities"], {
    types: executableTypes,
    fields,
    principalExists: source.principalExists,
  });
  return { ...action, type, executableUser: { entities } };
}
