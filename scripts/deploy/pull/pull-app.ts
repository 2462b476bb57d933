import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf } from "../client/json.ts";
import { actionsArea } from "../areas/actions.ts";
import { appPluginsArea } from "../areas/app-plugins.ts";
import { customizeArea } from "../areas/customize.ts";
import { fieldPermissionsArea } from "../areas/field-permissions.ts";
import { generalNotificationsArea } from "../areas/general-notifications.ts";
import { notesArea } from "../areas/notes.ts";
import { recordNotificationsArea } from "../areas/record-notifications.ts";
import { recordPermissionsArea } from "../areas/record-permissions.ts";
import { remindersArea } from "../areas/reminders.ts";
import { reportsArea } from "../areas/reports.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { readArea } from "../observe/observe-app.ts";
import type { PulledApp } from "./pulled-app.ts";

const otherAreas = [
  recordPermissionsArea,
  fieldPermissionsArea,
  generalNotificationsArea,
  recordNotificationsArea,
  remindersArea,
  reportsArea,
  actionsArea,
  notesArea,
  appPluginsArea,
  customizeArea,
];

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
  const areas: [string, JsonObject][] = [];
  for (const area of otherAreas) {
    const { body } = await readArea(client, { app: id, area, from: "" });
    areas.push([area.area, body]);
  }
  return {
    id,
    settings: objectOf(settings),
    properties: objectOf(memberOf(fields, "properties")),
    layout: listOf(memberOf(layout, "layout")),
    views: objectOf(memberOf(views, "views")),
    process: objectOf(process),
    rights: listOf(memberOf(acl, "rights")),
    areas: Object.fromEntries(areas),
  };
}
