import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { hasPlaceholder, placeholderPattern } from "../plan/placeholder.ts";

/** What earlier requests of the plan were answered, by placeholder name. */
export type PlaceholderValues = Map<string, string>;

/** Puts the values into a text; a name without a value is a mistake of the plan, so it never travels to kintone. */
export function fillText(text: string, values: PlaceholderValues): string {
  return text.replaceAll(placeholderPattern, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) {
      throw new Error(`the plan uses \${${name}} before it is known`);
    }
    return value;
  });
}

/** Puts the values into a body; names that kintone itself made are looked up first. */
export async function fillBody(
  body: JsonObject,
  values: PlaceholderValues,
  client: KintoneClient,
): Promise<JsonObject> {
  await lookUpNames(body, values, client);
  return fillObject(body, values);
}

function fillJson(json: Json, values: PlaceholderValues): Json {
  if (typeof json === "string") {
    return fillText(json, values);
  }
  if (isJsonObject(json)) {
    return fillObject(json, values);
  }
  return typeof json === "object" && json !== null ? listOf(json).map((item) => fillJson(item, values)) : json;
}

function fillObject(body: JsonObject, values: PlaceholderValues): JsonObject {
  const entries = Object.entries(body).flatMap(([key, value]): [string, Json][] => {
    if (value === undefined) {
      return [];
    }
    if (!hasPlaceholder(key)) {
      return [[key, fillJson(value, values)]];
    }
    return fillNamedEntry(key, value, values);
  });
  return Object.fromEntries(entries);
}

/** An entry whose name kintone made: under that name, or, where there is none, not at all. */
function fillNamedEntry(key: string, value: Json, values: PlaceholderValues): [string, Json][] {
  const name = fillText(key, values);
  return name === "" ? [] : [[name, fillJson(value, values)]];
}

const namePattern = /\$\{(assignee-view:[a-z_]+)\}/gu;

async function lookUpNames(body: JsonObject, values: PlaceholderValues, client: KintoneClient): Promise<void> {
  for (const [, name] of JSON.stringify(body).matchAll(namePattern)) {
    if (name !== undefined && !values.has(name)) {
      const app = fillText(textOf(body["app"]), values);
      values.set(name, await readAssigneeView(client, app));
    }
  }
}

async function readAssigneeView(client: KintoneClient, app: string): Promise<string> {
  const views = objectOf(memberOf(await client.read("/k/v1/preview/app/views.json", { app }), "views"));
  const builtin = Object.entries(views).find(([, view]) => textOf(memberOf(view, "builtinType")) === "ASSIGNEE");
  return builtin?.[0] ?? "";
}
