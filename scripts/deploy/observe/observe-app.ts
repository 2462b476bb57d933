import { quoteText } from "../../../apps-schema/record/quote-text.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { ObservedApp } from "../plan/observed-suite.ts";
import { chunk } from "../plan/plan-records.ts";
import type { CustomizeItem } from "../plan/plan.ts";
import { readLiveRevision } from "./read-live-revision.ts";

type Needs = {
  readonly isOwnDraft: boolean;
  readonly records: { readonly keyField: string; readonly keys: readonly string[] } | undefined;
};

/** Reads every area of one app that the suite declares. */
export async function observeApp(client: KintoneClient, id: string, needs: Needs): Promise<ObservedApp> {
  const readPreview = (resource: string) => client.read(`/k/v1/preview/app/${resource}.json`, { app: id });
  const [general, liveRevision, permissions, fields, layout, process, views, plugins] = await Promise.all([
    readPreview("settings"),
    readLiveRevision(client, id),
    readPreview("acl"),
    readPreview("form/fields"),
    readPreview("form/layout"),
    readPreview("status"),
    readPreview("views"),
    readPreview("plugins"),
  ]);
  const isLive = liveRevision !== null;
  return {
    id,
    revision: textOf(memberOf(general, "revision")),
    liveRevision,
    creator: isLive ? textOf(memberOf(memberOf(await client.read("/k/v1/app.json", { id }), "creator"), "code")) : null,
    general: objectOf(general),
    permissions: listOf(memberOf(permissions, "rights")),
    fields: toObjects(memberOf(fields, "properties")),
    layout: listOf(memberOf(layout, "layout")),
    process: objectOf(process),
    views: toObjects(memberOf(views, "views")),
    plugins: listOf(memberOf(plugins, "plugins")).map((plugin) => ({
      id: textOf(memberOf(plugin, "id")),
      name: textOf(memberOf(plugin, "name")),
    })),
    liveCustomize: isLive ? toCustomize(await client.read("/k/v1/app/customize.json", { app: id })) : null,
    recordKeys: isLive && needs.records !== undefined ? await readVisibleKeys(client, id, needs.records) : new Set(),
    isOwnDraft: needs.isOwnDraft,
  };
}

function toObjects(value: Json): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).flatMap(([key, member]) => (isJsonObject(member) ? [[key, member] as const] : [])),
  );
}

const places = ["desktop.js", "desktop.css", "mobile.js", "mobile.css"] as const;

function toCustomize(customize: Json): { scope: string; items: CustomizeItem[] } {
  const items = places.flatMap((place) => {
    const [device = "", kind = ""] = place.split(".");
    return listOf(memberOf(memberOf(customize, device), kind)).map((item): CustomizeItem => {
      const file = memberOf(item, "file");
      return textOf(memberOf(item, "type")) === "URL"
        ? { place, url: textOf(memberOf(item, "url")) }
        : { place, file: { fileKey: textOf(memberOf(file, "fileKey")), name: textOf(memberOf(file, "name")) } };
    });
  });
  return { scope: textOf(memberOf(customize, "scope")), items };
}

const keysPerQuery = 100;

/** System administrators manage every app, but see records only where the permissions say so. */
async function readVisibleKeys(
  client: KintoneClient,
  app: string,
  records: NonNullable<Needs["records"]>,
): Promise<Set<string> | null> {
  try {
    return await readKeys(client, app, records);
  } catch (error) {
    if (error instanceof SuiteError && error.code === "forbidden") {
      return null;
    }
    throw error;
  }
}

/** Which of the keys exist; asks for these only, so the size of the app does not matter. */
async function readKeys(
  client: KintoneClient,
  app: string,
  records: NonNullable<Needs["records"]>,
): Promise<Set<string>> {
  const { keyField, keys } = records;
  const found = new Set<string>();
  for (const part of chunk(keys, keysPerQuery)) {
    const query = `${keyField} in (${part.map(quoteText).join(",")}) order by $id asc limit 500`;
    const answer = await client.read("/k/v1/records.json", { app, query, fields: ["$id", keyField] });
    for (const record of listOf(memberOf(answer, "records"))) {
      found.add(textOf(memberOf(memberOf(record, keyField), "value")));
    }
  }
  return found;
}
