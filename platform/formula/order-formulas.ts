import type { StoredField } from "../store/app-settings.ts";

type Node = { readonly field: StoredField };

/**
 * Sorts formulas so that each comes after those it refers to. `inCycle` are those that wait for each other in a circle; formulas that
 * only depend on such ones are in neither list.
 */
export function orderFormulas<T extends Node>(
  nodes: readonly T[],
  referencesOf: (node: T) => readonly number[],
): { readonly ordered: readonly T[]; readonly inCycle: readonly T[] } {
  const ids = new Set(nodes.map(({ field }) => field.id));
  const needs = new Map(nodes.map((node) => [node.field.id, referencesOf(node).filter((id) => ids.has(id))]));
  const { taken: ordered, rest } = peel(nodes, (node) => needs.get(node.field.id) ?? []);
  const users = new Map<number, number[]>();
  for (const { field } of rest) {
    for (const id of needs.get(field.id) ?? []) {
      users.set(id, [...(users.get(id) ?? []), field.id]);
    }
  }
  // What nothing in a circle needs is not part of one.
  return { ordered, inCycle: peel(rest, (node) => users.get(node.field.id) ?? []).rest };
}

/** Takes away, again and again, the nodes none of whose neighbours are left. */
function peel<T extends Node>(
  nodes: readonly T[],
  neighboursOf: (node: T) => readonly number[],
): { readonly taken: readonly T[]; readonly rest: readonly T[] } {
  const taken: T[] = [];
  let rest = [...nodes];
  for (;;) {
    const waiting = new Set(rest.map(({ field }) => field.id));
    const free = rest.filter((node) => neighboursOf(node).every((id) => !waiting.has(id)));
    if (free.length === 0) {
      return { taken, rest };
    }
    taken.push(...free);
    const gone = new Set(free);
    rest = rest.filter((node) => !gone.has(node));
  }
}
