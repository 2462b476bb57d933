import { memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { orNull } from "../client/or-null.ts";

/** Revision of the live settings, or null while the app was never deployed. */
export async function readLiveRevision(client: KintoneClient, app: string): Promise<string | null> {
  const settings = await orNull(client.read("/k/v1/app/settings.json", { app }), "not-found");
  return settings === null ? null : textOf(memberOf(settings, "revision"));
}
