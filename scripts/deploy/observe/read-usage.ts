import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";

/** Records and today's REST calls of an app. */
export type Usage = { readonly requests: number; readonly records: number };

/** By app id. Only system administrators may ask, and only some contracts have it: without an answer nothing is known. */
export async function readUsage(client: KintoneClient, ids: readonly string[]): Promise<ReadonlyMap<string, Usage>> {
  const usage = new Map<string, Usage>();
  try {
    for (let offset = 0; ids.some((id) => !usage.has(id)); offset += 100) {
      const apps = listOf(memberOf(await client.read("/k/v1/apps/statistics.json", { limit: 100, offset }), "apps"));
      for (const app of apps) {
        const [requests = 0, records = 0] = ["dailyRequestCount", "recordCount"].map((name) =>
          Number(textOf(memberOf(app, name))),
        );
        usage.set(textOf(memberOf(app, "id")), { requests, records });
      }
      if (apps.length < 100) {
        break;
      }
    }
    return usage;
  } catch {
    return new Map();
  }
}
