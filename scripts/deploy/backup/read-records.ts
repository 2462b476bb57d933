import type { Json } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";

const pageSize = 500;

/** The records of an app in the order of their ids, a page at a time; `fields` limits what is read. */
export async function* readRecords(
  client: KintoneClient,
  app: string,
  fields?: readonly string[],
): AsyncGenerator<readonly Json[]> {
  for (let last = "0"; ;) {
    const query = `$id > ${last} order by $id asc limit ${pageSize}`;
    const params = { app, query, ...(fields === undefined ? {} : { fields: ["$id", "$revision", ...fields] }) };
    const records = listOf(memberOf(await client.read("/k/v1/records.json", params), "records"));
    if (records.length > 0) {
      yield records;
    }
    if (records.length < pageSize) {
      return;
    }
    last = textOf(memberOf(memberOf(records.at(-1), "$id"), "value"));
  }
}

/** How many records the app has up to an id: what was added meanwhile does not count. */
export async function countRecords(client: KintoneClient, app: string, last: string): Promise<number> {
  const params = { app, query: `$id <= ${last} limit 1`, fields: ["$id"], totalCount: true };
  return Number(textOf(memberOf(await client.read("/k/v1/records.json", params), "totalCount")));
}
