import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { orNull } from "../client/or-null.ts";
import type { StateFile } from "../state/state-file.ts";
import { mapLimited } from "./map-limited.ts";

const appsAtOnce = 8;

/**
 * The apps whose prepared settings still are at the revision of the state, by one small answer each: kintone counts all areas of an app
 * with one number, so not one of the sixteen has changed.
 */
export async function proveRevisions(
  client: KintoneClient,
  state: StateFile,
  keys: readonly AppKey[],
): Promise<Map<AppKey, string>> {
  const proven = new Map<AppKey, string>();
  await mapLimited(keys, appsAtOnce, async (key) => {
    const id = state.appId(key);
    const settled = id === undefined ? undefined : state.settledApp(key, id);
    if (id !== undefined && settled !== undefined && (await readRevision(client, id)) === settled.revision) {
      proven.set(key, id);
    }
  });
  return proven;
}

async function readRevision(client: KintoneClient, app: string): Promise<string> {
  const notes = client.read("/k/v1/preview/app/adminNotes.json", { app });
  return textOf(memberOf(await orNull(notes, "not-found", "forbidden"), "revision"));
}
