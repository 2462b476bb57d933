import { allFields } from "../../settings/find-field.ts";
import type { StoredApp } from "../../store/app-store.ts";
import type { Store } from "../../store/store.ts";
import type { FieldValue } from "../../store/stored-record.ts";
import { toPerson } from "../app/to-app.ts";
import type { Operation } from "../operation.ts";
import { readPage } from "../read-page.ts";

/** `GET apps/statistics.json` (system administrators). */
export const getAppsStatistics: Operation = {
  method: "GET",
  path: "/k/v1/apps/statistics.json",
  reach: "live",
  right: "admin",
  run: ({ params, store, now }) => {
    const { limit, offset } = readPage(params, { limit: 100, most: 100 });
    return {
      apps: store.apps
        .list()
        .slice(offset, offset + limit)
        .map((app) => ({ ...toStatistics(store, app), dailyRequestCount: String(store.calls.today(app.id, now)) })),
    };
  },
};

function toStatistics(store: Store, app: StoredApp): Readonly<Record<string, unknown>> {
  const settings = app.live ?? app.preview;
  const place = store.spaces.placeOf(app.id);
  const space = place && store.spaces.find(place.spaceId);
  const records = [...store.records.all(app.id).values()];
  const files = [settings.customize.desktop, settings.customize.mobile].flatMap(({ js, css }) => [...js, ...css]);
  return {
    id: String(app.id),
    name: settings.general.name,
    space: space && { id: String(space.id), name: space.name },
    appGroup: "Public",
    status: statusOf(app),
    recordUpdatedAt: records.reduce(
      (latest, { modifiedAt }) => (modifiedAt > latest ? modifiedAt : latest),
      app.createdAt,
    ),
    recordCount: String(records.length),
    fieldCount: String(allFields(settings.fields).length),
    storageUsage: String(records.reduce((sum, { values }) => sum + sizeOf(Object.values(values)), 0)),
    customized: files.length > 0 || settings.plugins.length > 0,
    creator: toPerson(store, app.creator),
    createdAt: app.createdAt,
    modifier: toPerson(store, app.modifier),
    modifiedAt: app.modifiedAt,
  };
}

function statusOf({ live, preview }: StoredApp): "NOT_ACTIVATED" | "ACTIVATED" | "CHANGED" {
  if (live === null) {
    return "NOT_ACTIVATED";
  }
  return JSON.stringify(live) === JSON.stringify(preview) ? "ACTIVATED" : "CHANGED";
}

/** Bytes of the attached files, those in tables included. */
function sizeOf(values: readonly FieldValue[]): number {
  let sum = 0;
  for (const value of values) {
    for (const item of typeof value === "string" ? [] : value) {
      if (typeof item === "object" && "values" in item) {
        sum += sizeOf(Object.values(item.values));
      } else if (typeof item === "object" && "size" in item) {
        sum += Number(item.size);
      }
    }
  }
  return sum;
}
