import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, objectOf } from "../client/json.ts";

/** Texts that people made up; a field's code in them is a coincidence. */
const freeTexts = new Set(["name", "label", "html", "content", "description"]);

/**
 * Settings as kintone has them once fields were renamed: everything in an app that names a field follows its new code, so what was read
 * before the rename is compared and sent back with the new one.
 */
export function renameCodes(settings: JsonObject, codes: ReadonlyMap<string, string>): JsonObject {
  if (codes.size === 0) {
    return settings;
  }
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      value === undefined || freeTexts.has(key) ? value : renameIn(value, codes),
    ]),
  );
}

function renameIn(value: Json, codes: ReadonlyMap<string, string>): Json {
  if (typeof value === "string") {
    return codes.get(value) ?? renameInQuery(value, codes);
  }
  if (isJsonObject(value)) {
    return renameCodes(value, codes);
  }
  return typeof value === "object" && value !== null ? listOf(value).map((item) => renameIn(item, codes)) : value;
}

/** Conditions, orders and formulas: a code is a whole word outside of quotes. */
function renameInQuery(query: string, codes: ReadonlyMap<string, string>): string {
  return query
    .split(/("(?:[^"\\]|\\.)*")/u)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/[\p{L}\p{N}_$＄]+/gu, (word) => codes.get(word) ?? word),
    )
    .join("");
}

/** Settings as kintone has them once fields are gone: lists of fields no longer name them. */
export function dropCodes(settings: JsonObject, codes: ReadonlySet<string>): JsonObject {
  return codes.size === 0 ? settings : objectOf(dropIn(settings, codes));
}

function dropIn(value: Json, codes: ReadonlySet<string>): Json {
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, member === undefined ? member : dropIn(member, codes)]),
    );
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return listOf(value)
    .filter((item) => typeof item !== "string" || !codes.has(item))
    .map((item) => dropIn(item, codes));
}
