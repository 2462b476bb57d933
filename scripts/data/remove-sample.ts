import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import { isJsonObject, listOf, memberOf, textOf } from "../deploy/client/json.ts";
import type { Json } from "../deploy/client/json.ts";
import type { KintoneClient } from "../deploy/client/kintone-client.ts";
import type { DesiredRecords } from "../deploy/plan/desired-suite.ts";
import { chunk } from "../deploy/plan/plan-records.ts";

/** The word in every record of the sample. */
const sampleMark = "見本";

const recordsPerCall = 100;

type Target = {
  readonly client: KintoneClient;
  readonly apps: ReadonlyMap<AppKey, string>;
  readonly schemas: readonly AppSchema[];
};

/**
 * Deletes the sample's records and answers how many. A record counts only with a key of the sample and while it still
 * says 見本 somewhere: one that staff made their own stays. What refers to others goes first.
 */
export async function removeSample(target: Target, sample: readonly DesiredRecords[]): Promise<number> {
  let removed = 0;
  for (const { app: key, records } of sample.toReversed()) {
    const app = target.apps.get(key);
    const keyField = target.schemas.find((schema) => schema.key === key)?.keyField;
    if (app !== undefined && keyField !== undefined) {
      for (const part of chunk(records, recordsPerCall)) {
        const keys = part.map((record) => record.key);
        removed += await removePart(target.client, app, { keyField, keys });
      }
    }
  }
  return removed;
}

async function removePart(
  client: KintoneClient,
  app: string,
  { keyField, keys }: { readonly keyField: string; readonly keys: readonly string[] },
): Promise<number> {
  const quoted = keys.map((key) => `"${key.replaceAll(/["\\]/gu, (char) => `\\${char}`)}"`).join(",");
  const query = `${keyField} in (${quoted}) order by $id asc limit 500`;
  const found = listOf(memberOf(await client.read("/k/v1/records.json", { app, query }), "records"));
  const marked = found.filter((record) => isMarked(record));
  if (marked.length > 0) {
    const ids = marked.map((record) => textOf(memberOf(memberOf(record, "$id"), "value")));
    const revisions = marked.map((record) => textOf(memberOf(memberOf(record, "$revision"), "value")));
    await client.write("DELETE", "/k/v1/records.json", { app, ids, revisions });
  }
  return marked.length;
}

function isMarked(record: Json): boolean {
  return (
    isJsonObject(record) &&
    Object.values(record).some((field) => textOf(memberOf(field ?? null, "value")).includes(sampleMark))
  );
}
