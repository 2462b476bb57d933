import { allAreas } from "../areas/areas.ts";
import { fieldsResource, toColumns } from "../areas/fields.ts";
import { toItems } from "../areas/merge-keyed.ts";
import { toWritten } from "../apply/overlay-snapshot.ts";
import type { JsonObject } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { covers } from "../plan/covers.ts";
import { fieldsArea, readArea } from "./observe-app.ts";

export type SettingsWrite = {
  readonly method: "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body: JsonObject;
};

/**
 * What the one area that a write is about is now, and whether that is what the write would have made of it: a revision that is one ahead
 * may just as well be somebody else's. null for what is no settings write of an app.
 */
export async function findWrite(
  client: KintoneClient,
  write: SettingsWrite,
): Promise<{ readonly revision: string; readonly isThere: boolean } | null> {
  const app = textOf(write.body["app"]);
  const area = [fieldsArea, ...allAreas].find(({ resource }) => write.path === `/k/v1/preview/${resource}.json`);
  if (app === "" || area === undefined) {
    return null;
  }
  const { revision, body } = await readArea(client, { app, area, from: "preview/" });
  return { revision, isThere: showsWrite(body, write) };
}

/** Whether an area, as kintone answers it, says what was sent. */
function showsWrite(present: JsonObject, write: SettingsWrite): boolean {
  if (write.path.endsWith(`/${fieldsResource}.json`) && write.method === "DELETE") {
    const fields = Object.entries(toItems(present["properties"]));
    const codes = new Set(fields.flatMap(([code, property]) => [code, ...Object.keys(toColumns(property))]));
    return listOf(write.body["fields"]).every((code) => !codes.has(textOf(code)));
  }
  if (write.method === "POST" && write.body["ids"] !== undefined) {
    const added = new Set(listOf(present["plugins"]).map((plugin) => textOf(memberOf(plugin, "id"))));
    return listOf(write.body["ids"]).every((id) => added.has(textOf(id)));
  }
  return covers(present, toWritten(write));
}
