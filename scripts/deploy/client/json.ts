export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export type JsonObject = { readonly [key: string]: Json | undefined };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of an object that may be anything; `null` when it is not there. */
export function memberOf(value: unknown, key: string): Json {
  return isJsonObject(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

/** The text of a scalar; kintone answers ids, revisions and counts as decimal strings and accepts numbers. */
export function textOf(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

export function listOf(value: Json | undefined): readonly Json[] {
  return isJsonList(value) ? value : [];
}

/** `Array.isArray` alone does not narrow a readonly list. */
function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Any plain value as it travels: keys that are undefined are gone, as `JSON.stringify` leaves them out. */
function toJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value));
  return json;
}

export function toJsonObject(value: unknown): JsonObject {
  return objectOf(toJson(value));
}

/** The text of a field of a record. */
export function valueOf(record: unknown, code: string): string {
  return textOf(memberOf(memberOf(record, code), "value"));
}

/** What a text says as JSON; null for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
