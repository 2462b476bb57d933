import { quoteText } from "../../../apps-schema/record/quote-text.ts";
import { listOf, memberOf, valueOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { orNull } from "../client/or-null.ts";
import { chunk } from "../plan/plan-records.ts";

export type WantedKeys = { readonly keyField: string; readonly keys: readonly string[] };

const keysPerQuery = 100;

/**
 * Which of the keys exist; asks for these only, so the size of the app does not matter. null: system administrators manage every app,
 * but see records only where the permissions say so.
 */
export async function readRecordKeys(
  client: KintoneClient,
  app: string,
  { keyField, keys }: WantedKeys,
): Promise<Set<string> | null> {
  const found = new Set<string>();
  for (const part of chunk(keys, keysPerQuery)) {
    const query = `${keyField} in (${part.map(quoteText).join(",")}) order by $id asc limit 500`;
    const params = { app, query, fields: ["$id", keyField] };
    const answer = await orNull(client.read("/k/v1/records.json", params), "forbidden");
    if (answer === null) {
      return null;
    }
    listOf(memberOf(answer, "records")).forEach((record) => found.add(valueOf(record, keyField)));
  }
  return found;
}
