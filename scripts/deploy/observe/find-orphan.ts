import type { Json } from "../client/json.ts";
import { memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { orNull } from "../client/or-null.ts";
import { readLiveRevision } from "./read-live-revision.ts";

/** How many ids in a row may be free before the search ends. */
const longestGap = 20;

/**
 * An app whose creation was asked for and whose answer never came. No API lists apps that were never deployed, but ids
 * count up through the domain, so it is among those after the suite's last one: same name, no description, never live.
 * Only reads. Two candidates are as good as none: a human's own draft of that name is not ours to take.
 */
export async function findOrphan(
  client: KintoneClient,
  name: string,
  known: readonly string[],
): Promise<string | null> {
  const candidates: string[] = [];
  const last = Math.max(0, ...known.map(Number));
  for (let id = last + 1, gap = 0; gap < longestGap; id += 1) {
    const settings = await readPreview(client, String(id));
    gap = settings === null ? gap + 1 : 0;
    const isSame = textOf(memberOf(settings, "name")) === name && textOf(memberOf(settings, "description")) === "";
    if (isSame && (await readLiveRevision(client, String(id))) === null) {
      candidates.push(String(id));
    }
  }
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** The prepared settings of an app that may not be there, not be for this account, or be in a guest space (GAIA_IL23): null then. */
export async function readPreview(client: KintoneClient, app: string): Promise<Json> {
  return orNull(client.read("/k/v1/preview/app/settings.json", { app }), "not-found", "forbidden", "invalid");
}
