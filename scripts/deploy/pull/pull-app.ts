import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { PulledApp } from "./pulled-app.ts";

/** Areas that a pulled declaration does not say, and the member of the answer that holds them. */
const otherAreas = {
  recordPermissions: ["record/acl", "rights"],
  fieldPermissions: ["field/acl", "rights"],
  "notifications.general": ["app/notifications/general", "notifications"],
  "notifications.perRecord": ["app/notifications/perRecord", "notifications"],
  "notifications.reminder": ["app/notifications/reminder", "notifications"],
  reports: ["app/reports", "reports"],
  actions: ["app/actions", "actions"],
  plugins: ["app/plugins", "plugins"],
  "customize.desktop": ["app/customize", "desktop"],
  "customize.mobile": ["app/customize", "mobile"],
} as const;

/** Reads everything that kintone tells of an app's live settings; makes no write. */
export async function pullApp(client: KintoneClient, id: string): Promise<PulledApp> {
  const read = (resource: string): Promise<Json> => client.read(`/k/v1/${resource}.json`, { app: id });
  const [settings, fields, layout, views, process, acl] = await Promise.all([
    read("app/settings"),
    read("app/form/fields"),
    read("app/form/layout"),
    read("app/views"),
    read("app/status"),
    read("app/acl"),
  ]);
  const others: [string, Json][] = [];
  for (const [path, [resource, member]] of Object.entries(otherAreas)) {
    others.push([path, withoutEmpty(memberOf(await read(resource), member))]);
  }
  return {
    id,
    settings: objectOf(settings),
    properties: objectOf(memberOf(fields, "properties")),
    layout: listOf(memberOf(layout, "layout")),
    views: objectOf(memberOf(views, "views")),
    process: objectOf(process),
    rights: listOf(memberOf(acl, "rights")),
    others: Object.fromEntries(others),
  };
}

/** `{ js: [], css: [] }` says nothing. */
function withoutEmpty(value: Json): Json {
  if (Array.isArray(value) || typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(objectOf(value)).filter(
    ([, member]) => listOf(member).length > 0 || !Array.isArray(member),
  );
  const kept: JsonObject = Object.fromEntries(entries);
  return kept;
}
