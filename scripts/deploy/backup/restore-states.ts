import type { ProcessAction } from "../../../apps-schema/schema/process.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { findWay } from "../../data/find-way.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";

type RestorableProcess = { readonly first: string; readonly actions: readonly ProcessAction[] };

/** The process of an app as far as records are moved by it; null where it is off. */
export async function readProcess(client: KintoneClient, app: string): Promise<RestorableProcess | null> {
  const status = await client.read("/k/v1/app/status.json", { app });
  const states = Object.entries(objectOf(memberOf(status, "states")));
  const first = states.find(([, state]) => textOf(memberOf(state, "index")) === "0")?.[0];
  const actions = listOf(memberOf(status, "actions")).map((action) => {
    const [name = "", from = "", to = ""] = ["name", "from", "to"].map((member) => textOf(memberOf(action, member)));
    // A step for people who are not at turn is not taken for them.
    return { name, from, to, ...(textOf(memberOf(action, "type")) === "SECONDARY" ? { byFields: [] } : {}) };
  });
  return memberOf(status, "enable") === true && first !== undefined ? { first, actions } : null;
}

type Added = { readonly id: string; readonly state: string };

type Restoring = {
  readonly app: string;
  readonly process: RestorableProcess | null;
  readonly records: readonly Added[];
};

/**
 * Brings records that were just added to the state that they had. REST knows no other way than the actions themselves, which an
 * account may only take when it is its turn and the record meets their conditions: the states of the others are answered.
 */
export async function restoreStates(
  client: KintoneClient,
  { app, process, records }: Restoring,
): Promise<{ readonly moved: number; readonly unmoved: readonly string[] }> {
  const unmoved: string[] = [];
  let moved = 0;
  const waiting = records.filter(({ state }) => state !== "" && state !== process?.first);
  for (const state of new Set(waiting.map((each) => each.state))) {
    const ids = waiting.filter((each) => each.state === state).map(({ id }) => id);
    const way = process === null ? null : findWay({ states: [], actions: process.actions }, process.first, state);
    const arrived = way === null ? [] : await walk(client, { app, ids, way });
    moved += arrived.length;
    unmoved.push(...ids.slice(arrived.length).map(() => state));
  }
  return { moved, unmoved };
}

type Walk = { readonly app: string; readonly ids: readonly string[]; readonly way: readonly ProcessAction[] };

/** Ids of those that could take every step: all at once, and one by one where not all could. */
async function walk(client: KintoneClient, { app, ids, way }: Walk): Promise<readonly string[]> {
  let arrived = ids;
  for (const { name } of way) {
    if (arrived.length > 0 && !(await step(client, app, { ids: arrived, action: name }))) {
      const single: string[] = [];
      for (const id of arrived.length === 1 ? [] : arrived) {
        if (await step(client, app, { ids: [id], action: name })) {
          single.push(id);
        }
      }
      arrived = single;
    }
  }
  return arrived;
}

async function step(
  client: KintoneClient,
  app: string,
  { ids, action }: { readonly ids: readonly string[]; readonly action: string },
): Promise<boolean> {
  try {
    await client.write("PUT", "/k/v1/records/status.json", { app, records: ids.map((id) => ({ id, action })) });
    return true;
  } catch (error) {
    // Refused: not this account's turn, a condition that is not met, or somebody has to be chosen.
    if (
      error instanceof SuiteError &&
      (error.code === "invalid" || error.code === "forbidden" || error.code === "conflict")
    ) {
      return false;
    }
    throw error;
  }
}
