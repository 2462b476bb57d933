import { quoteText } from "../../../apps-schema/record/quote-text.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
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
  try {
    for (const part of chunk(keys, keysPerQuery)) {
      const query = `${keyField} in (${part.map(quoteText).join(",")}) order by $id asc limit 500`;
      const answer = await client.read("/k/v1/records.json", { app, query, fields: ["$id", keyField] });
      for (const record of listOf(memberOf(answer, "records"))) {
        found.add(textOf(memberOf(memberOf(record, keyField), "value")));
      }
    }
  } catch (error) {
    if (error instanceof SuiteError && error.code === "forbidden") {
      return null;
    }
    throw error;
  }
  return found;
}
