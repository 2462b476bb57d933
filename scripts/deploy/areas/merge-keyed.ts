import type { JsonObject } from "../client/json.ts";
import { objectOf, textOf } from "../client/json.ts";
import { covers } from "../plan/covers.ts";
import type { RenameMap } from "../plan/desired-suite.ts";
import type { DeployMode } from "../plan/plan.ts";

export type Items = Readonly<Record<string, JsonObject>>;

type KeyedRules = {
  readonly declared: Items;
  readonly observed: Items;
  readonly mode: DeployMode;
  readonly renamed: RenameMap;
  /** Items that kintone itself makes: never deleted, and not part of the order. */
  readonly isBuiltin?: (item: JsonObject) => boolean;
};

export type MergedItems = {
  /** By the name that is there now, in the declared order, what only the domain has at the end. */
  readonly items: Items;
  readonly isSame: boolean;
  readonly changed: readonly string[];
  readonly lost: readonly string[];
};

/**
 * Items that are sent together by name, each with an `index`: what is not sent is deleted, so what only the domain has goes along. An
 * item that was renamed is sent under its name so far with the new name inside, by which kintone keeps its identity.
 */
export function mergeKeyed({ declared, observed, mode, renamed, isBuiltin = () => false }: KeyedRules): MergedItems {
  const items: Record<string, JsonObject> = {};
  const changed: string[] = [];
  for (const name of byIndex(declared)) {
    const item = objectOf(declared[name]);
    const before = renamed[name];
    const present = observed[name];
    if (present === undefined && before !== undefined && observed[before] !== undefined) {
      items[before] = { ...item, name };
      changed.push(name);
    } else if (present !== undefined && mode === "add") {
      items[name] = present;
    } else {
      items[name] = item;
      if (present === undefined || !covers(present, withoutIndex(item))) {
        changed.push(name);
      }
    }
  }
  const extra = byIndex(observed).filter((name) => items[name] === undefined);
  const lost = mode === "mirror" ? extra.filter((name) => !isBuiltin(objectOf(observed[name]))) : [];
  const kept = extra.filter((name) => !lost.includes(name));
  const ordered = [...Object.entries(items), ...kept.map((name) => [name, objectOf(observed[name])] as const)];
  const isSame =
    changed.length === 0 && lost.length === 0 && (mode === "add" || sameOrder(declared, observed, isBuiltin));
  return {
    items: Object.fromEntries(ordered.map(([name, item], index) => [name, { ...item, index: String(index) }])),
    isSame,
    changed: changed.length > 0 ? changed : Object.keys(declared),
    lost,
  };
}

function withoutIndex(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== "index"));
}

/** Declared items in their order, the first of them on top (it is what opens); others may stand in between. */
function sameOrder(declared: Items, observed: Items, isBuiltin: (item: JsonObject) => boolean): boolean {
  const wanted = byIndex(declared);
  const present = byIndex(observed).filter((name) => !isBuiltin(objectOf(observed[name])));
  return (
    present[0] === wanted[0] &&
    present.filter((name) => declared[name] !== undefined).every((name, order) => name === wanted[order])
  );
}

function byIndex(items: Items): string[] {
  return Object.keys(items).toSorted((a, b) => indexOf(items[a]) - indexOf(items[b]));
}

function indexOf(item: JsonObject | undefined): number {
  return Number(textOf(objectOf(item)["index"]));
}

export function toItems(value: unknown): Record<string, JsonObject> {
  const members: JsonObject = typeof value === "object" && value !== null ? Object(value) : {};
  return Object.fromEntries(Object.entries(members).map(([name, item]) => [name, objectOf(item)]));
}
