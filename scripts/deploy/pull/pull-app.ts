import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf } from "../client/json.ts";
import { allAreas } from "../areas/areas.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { readArea } from "../observe/observe-app.ts";
import type { PulledApp } from "./pulled-app.ts";

/** Those of which more than the area is declared. */
const asked: ReadonlySet<string> = new Set(["settings", "layout", "views", "process", "permissions"]);

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
  for (const area of allAreas.filter((each) => !asked.has(each.area))) {
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
