import { quoteText } from "../../apps-schema/record/quote-text.ts";
import { type SampleStates, sampleStates } from "../../apps-schema/sample/sample-states.ts";
import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { Process } from "../../apps-schema/schema/process.ts";
import { statusField } from "../../apps-schema/schema/view.ts";
import { type Json, listOf, memberOf, textOf } from "../deploy/client/json.ts";
import type { KintoneClient } from "../deploy/client/kintone-client.ts";
import type { DesiredRecords } from "../deploy/plan/desired-suite.ts";
import { chunk } from "../deploy/plan/plan-records.ts";
import { findWay } from "./find-way.ts";
import { sampleMark } from "./remove-sample.ts";

const assigneeField = "作業者";
const recordsPerCall = 100;
/** A new record has revision 1, and each step adds two. */
const revisionsPerStep = 2;

type Target = {
  readonly client: KintoneClient;
  /** The same platform, signed in as one of its accounts. */
  readonly signIn: (account: string) => KintoneClient;
  readonly apps: ReadonlyMap<AppKey, string>;
  readonly schemas: readonly AppSchema[];
  readonly onApp: (name: string) => void;
};

/**
 * Takes the sample's records through their process, each step by an account whose turn it is, and answers how many steps were taken.
 * Only records that nobody has touched since they were loaded are moved, so that it may be cut off and run again.
 */
export async function walkSample(target: Target, sample: readonly DesiredRecords[]): Promise<number> {
  let steps = 0;
  for (const each of sampleStates) {
    const app = target.apps.get(each.app);
    const schema = target.schemas.find(({ key }) => key === each.app);
    const keys = sample.filter((part) => part.app === each.app).flatMap(({ records }) => records.map(({ key }) => key));
    if (app !== undefined && schema?.process !== undefined && keys.length > 0) {
      target.onApp(schema.name);
      steps += await walkApp(target, { app, schema, process: schema.process, states: each, keys });
    }
  }
  return steps;
}

type Walk = {
  readonly app: string;
  readonly schema: AppSchema;
  readonly process: Process;
  readonly states: SampleStates;
  readonly keys: readonly string[];
};

async function walkApp(target: Target, walk: Walk): Promise<number> {
  let steps = 0;
  // Each round takes one step with every record that has one left; no way is longer than the number of states.
  for (const _ of walk.process.states) {
    const moves = await findMoves(target.client, walk);
    for (const [actor, records] of moves) {
      for (const part of chunk(records, recordsPerCall)) {
        await target.signIn(actor).write("PUT", "/k/v1/records/status.json", { app: walk.app, records: part });
        steps += part.length;
      }
    }
    if (moves.size === 0) {
      break;
    }
  }
  return steps;
}

type Move = { readonly id: string; readonly revision: string; readonly action: string };

/** The next steps by the account that takes them. */
async function findMoves(client: KintoneClient, walk: Walk): Promise<ReadonlyMap<string, readonly Move[]>> {
  const moves = new Map<string, Move[]>();
  for (const part of chunk(walk.keys, recordsPerCall)) {
    const query = `${walk.schema.keyField} in (${part.map(quoteText).join(", ")}) order by $id asc limit 500`;
    const { app, schema } = walk;
    const fields = ["$id", "$revision", statusField, assigneeField, schema.keyField, schema.titleField];
    for (const record of listOf(memberOf(await client.read("/k/v1/records.json", { app, query, fields }), "records"))) {
      const action = findStep(record, walk);
      const [actor] = listOf(valueOf(record, assigneeField));
      if (action !== null && actor !== undefined) {
        const code = textOf(memberOf(actor, "code"));
        const id = textOf(valueOf(record, "$id"));
        moves.set(code, [...(moves.get(code) ?? []), { id, revision: textOf(valueOf(record, "$revision")), action }]);
      }
    }
  }
  return moves;
}

/** The record's next step; `null` at its end, and for what staff touched or made their own. */
function findStep(record: Json, { schema, process, states }: Walk): string | null {
  const state = textOf(valueOf(record, statusField));
  const first = process.states[0]?.name ?? state;
  const taken = findWay(process, first, state)?.length ?? 0;
  const isUntouched = textOf(valueOf(record, "$revision")) === String(1 + taken * revisionsPerStep);
  if (!isUntouched || !textOf(valueOf(record, schema.titleField)).includes(sampleMark)) {
    return null;
  }
  const wanted = states.states[textOf(valueOf(record, schema.keyField))] ?? states.others;
  return findWay(process, state, wanted)?.[0]?.name ?? null;
}

function valueOf(record: Json, code: string): Json {
  return memberOf(memberOf(record, code), "value");
}
