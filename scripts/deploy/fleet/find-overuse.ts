import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { readUsage } from "../observe/read-usage.ts";
import type { ObservedSuite } from "../plan/observed-suite.ts";
import type { Plan } from "../plan/plan.ts";

/** Calls that applying a plan takes at the least: its requests, and one look at each deploy. */
export function estimateCalls({ steps, waves }: Plan): number {
  return steps.reduce((sum, { requests }) => sum + requests.length, waves);
}

type Overuse = { readonly app: string; readonly used: number; readonly planned: number };

/** Plans below this are not worth a question of their own. */
const few = 20;

/**
 * The first app that a plan would bring over its calls of a day: kintone counts them by app. Today's calls are asked for once, and only
 * before many; where the contract does not tell them, ours alone count.
 */
export async function findOveruse(
  client: KintoneClient,
  { plan, observed, limit }: { readonly plan: Plan; readonly observed: ObservedSuite; readonly limit: number },
): Promise<Overuse | null> {
  const planned = new Map<AppKey, number>();
  for (const { app, requests } of plan.steps) {
    if (app !== null) {
      planned.set(app, (planned.get(app) ?? 0) + requests.length);
    }
  }
  const ids = [...planned.keys()].flatMap((key) => observed.apps.get(key)?.id ?? []);
  const usage = estimateCalls(plan) > few && ids.length > 0 ? await readUsage(client, ids) : new Map();
  const all = [...planned].map(([app, count]) => {
    const used = Number(usage.get(observed.apps.get(app)?.id ?? "")?.requests ?? 0);
    return { app, used, planned: count };
  });
  return all.find(({ used, planned: count }) => used + count > limit) ?? null;
}
