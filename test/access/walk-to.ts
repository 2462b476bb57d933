import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import { suiteApps } from "../../apps-schema/suite.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import { findWay } from "../../scripts/data/find-way.ts";
import type { RunningSuite } from "./start-suite.ts";
import { appId } from "./suite-seed.ts";

/** Moves a record on, each step taken by one of those whose turn it is. */
export async function walkTo(suite: RunningSuite, key: AppKey, id: string, state: string): Promise<void> {
  const app = appId(key);
  const { record } = await suite.client("admin").record.getRecord({ app, id });
  const { process }: AppSchema = suiteApps[key];
  const way = process === undefined ? null : findWay(process, readState(record), state);
  if (way === null) {
    throw new Error(`no way to ${state}`);
  }
  for (const { name } of way) {
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
