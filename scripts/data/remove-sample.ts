import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import { quoteText } from "../../apps-schema/record/quote-text.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import { listOf, memberOf, textOf } from "../deploy/client/json.ts";
import type { KintoneClient } from "../deploy/client/kintone-client.ts";
import type { DesiredRecords } from "../deploy/plan/desired-suite.ts";
import { chunk } from "../deploy/plan/plan-records.ts";

/** The word in the name of every record of the sample. */
export const sampleMark = "見本";

const recordsPerCall = 100;

type Target = {
  readonly client: KintoneClient;
  readonly apps: ReadonlyMap<AppKey, string>;
  readonly schemas: readonly AppSchema[];
};

/**
 * Deletes the sample's records and answers how many. A record counts only with a key of the sample and while its name
 * still says 見本: one that staff made their own stays. What refers to others goes first.
 */
export async function removeSample(target: Target, sample: readonly DesiredRecords[]): Promise<number> {
  let removed = 0;
  for (const { app: key, records } of sample.toReversed()) {
    const app = target.apps.get(key);
    const schema = target.schemas.find((each) => each.key === key);
    if (app !== undefined && schema !== undefined) {
      for (const part of chunk(records, recordsPerCall)) {
        const keys = part.map((record) => record.key);
        removed += await removePart({ client: target.client, app, schema }, keys);
      }
    }
  }
  return removed;
}

async function removePart(
  { client, app, schema }: { readonly client: KintoneClient; readonly app: string; readonly schema: AppSchema },
  keys: readonly string[],
): Promise<number> {
  const { keyField, titleField } = schema;
  const query = `${keyField} in (${keys.map(quoteText).join(", ")}) order by $id asc limit 500`;
  const found = listOf(memberOf(await client.read("/k/v1/records.json", { app, query }), "records"));
  const marked = found.filter((record) => textOf(memberOf(memberOf(record, titleField), "value")).includes(sampleMark));
  if (marked.length > 0) {
    const ids = marked.map((record) => textOf(memberOf(memberOf(record, "$id"), "value")));
    const revisions = marked.map((record) => textOf(memberOf(memberOf(record, "$revision"), "value")));
    await client.write("DELETE", "/k/v1/records.json", { app, ids, revisions });
  }
  return marked.length;
}
