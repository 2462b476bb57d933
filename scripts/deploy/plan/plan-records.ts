import type { JsonObject } from "../client/json.ts";
import type { DesiredRecords, DesiredSuite } from "./desired-suite.ts";
import { planMessages } from "./plan-messages.ts";
import type { PlannedRequest } from "./plan.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addHazard, addStep, appIdIn, observedApp } from "./suite-draft.ts";

const recordsPerCall = 100;
const callsPerBulk = 20;

/** Plans the records whose key is not there yet. Records that exist are never written: staff may have changed them. */
export function planRecords(draft: SuiteDraft, desired: DesiredSuite): void {
  for (const each of desired.records) {
    const app = desired.apps.find(({ key }) => key === each.app);
    const present = observedApp(draft, each.app)?.recordKeys;
    if (app !== undefined && present === null) {
      addHazard(draft, "note", app.key, {
        code: "hidden-records",
        message: planMessages.hiddenRecords,
        params: { name: app.name },
      });
    } else if (app !== undefined) {
      const missing = each.records.filter(({ key }) => present?.has(key) !== true);
      addStep(
        draft,
        { app, area: each.kind },
        { message: planMessages[each.kind], params: { count: missing.length } },
        { requests: toBulkRequests(appIdIn(draft, each.app), missing) },
      );
    }
  }
}

/** Each bulkRequest is one transaction, so a run that was cut off leaves whole batches and the next run adds the rest. */
function toBulkRequests(app: string, records: DesiredRecords["records"]): PlannedRequest[] {
  const calls = chunk(records, recordsPerCall).map((part): JsonObject => ({
    method: "POST",
    api: "/k/v1/records.json",
    payload: { app, records: part.map(({ record }) => record) },
  }));
  return chunk(calls, callsPerBulk).map((requests) => ({
    method: "POST",
    path: "/k/v1/bulkRequest.json",
    body: { requests },
  }));
}

export function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
