import { SuiteError } from "../../../domain/suite-error.ts";
import { memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";

/** Revision of the live settings, or null while the app was never deployed. */
export async function readLiveRevision(client: KintoneClient, app: string): Promise<string | null> {
  try {
    return textOf(memberOf(await client.read("/k/v1/app/settings.json", { app }), "revision"));
  } catch (error) {
    if (error instanceof SuiteError && error.code === "not-found") {
      return null;
    }
    throw error;
  }
}
