import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import type { ProcessAction } from "../../apps-schema/schema/process.ts";
import { suiteApps } from "../../apps-schema/suite.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { RunningSuite } from "./start-suite.ts";
import { appId } from "./suite-seed.ts";

/** The shortest way of primary steps between two states. */
function findWay({ process }: AppSchema, from: string, to: string): readonly ProcessAction[] {
  const ways = new Map<string, readonly ProcessAction[]>([[from, []]]);
  for (const [state, way] of ways) {
    for (const action of process?.actions ?? []) {
      if (action.from === state && action.byFields === undefined && !ways.has(action.to)) {
        ways.set(action.to, [...way, action]);
      }
    }
  }
  const way = ways.get(to);
  if (way === undefined) {
    throw new Error(`no way from ${from} to ${to}`);
  }
  return way;
}

/** Moves a record on, each step taken by one of those whose turn it is. */
export async function walkTo(suite: RunningSuite, key: AppKey, id: string, state: string): Promise<void> {
  const app = appId(key);
  const { record } = await suite.client("admin").record.getRecord({ app, id });
  for (const { name } of findWay(suiteApps[key], readState(record), state)) {
    const [actor] = await listAssignees(suite, key, id);
    await suite.client(actor ?? "").record.updateRecordStatus({ app, id, action: name });
  }
}

export async function listAssignees(suite: RunningSuite, key: AppKey, id: string): Promise<string[]> {
  const { record } = await suite.client("admin").record.getRecord({ app: appId(key), id });
  const { value } = record["作業者"] ?? { value: [] };
  return Array.isArray(value)
    ? value.flatMap((each) => (typeof each === "object" && each !== null && "code" in each ? each.code : []))
    : [];
}

function readState(record: Readonly<Record<string, { readonly value: unknown }>>): string {
  const value = record["ステータス"]?.value;
  return typeof value === "string" ? value : "";
}
