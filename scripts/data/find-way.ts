import type { Process, ProcessAction } from "../../apps-schema/schema/process.ts";

/** The shortest way of primary steps between two states; `null` where there is none. */
export function findWay({ actions }: Process, from: string, to: string): readonly ProcessAction[] | null {
  const ways = new Map<string, readonly ProcessAction[]>([[from, []]]);
  // A map yields what is added while it is walked: nearest states come first.
  for (const [state, way] of ways) {
    for (const action of actions) {
      if (action.from === state && action.byFields === undefined && !ways.has(action.to)) {
        ways.set(action.to, [...way, action]);
      }
    }
  }
  return ways.get(to) ?? null;
}
