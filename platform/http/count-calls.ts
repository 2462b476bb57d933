import { isParams } from "../api/params.ts";
import { appsOf } from "../api/space/check-guest-space.ts";
import type { Services } from "./services.ts";

/**
 * Counts a call for the app it is about, as kintone does for its daily limit; a bulk request counts once for each of its apps (assumed).
 * Where kintone sends a mail, the operator reads a line. Calls of this platform's own pages cannot be told from those of customizations
 * and count as well.
 */
export function countCalls(
  { store, log, now }: Pick<Services, "store" | "log" | "now">,
  path: string,
  params: Readonly<Record<string, unknown>>,
): void {
  const requests = path === "/k/v1/bulkRequest.json" && Array.isArray(params["requests"]) ? params["requests"] : [];
  const payloads = requests.flatMap((request: unknown) =>
    isParams(request) && isParams(request["payload"]) ? [request["payload"]] : [],
  );
  const moment = now();
  const cursor =
    path === "/k/v1/records/cursor.json" && typeof params["id"] === "string"
      ? store.cursors.find(params["id"], moment)
      : null;
  const apps = new Set([
    ...[params, ...payloads].flatMap((each) => appsOf(path, each)),
    ...(cursor ? [cursor.appId] : []),
  ]);
  for (const app of apps) {
    if (store.apps.find(app) !== null && store.calls.count(app, moment)) {
      log(`app ${app}: more than ${store.calls.limit} REST calls today; kintone goes on answering and sends a mail`);
    }
  }
}
