import type { Json } from "../client/json.ts";
import { isJsonObject, listOf } from "../client/json.ts";

/**
 * Whether what kintone answers already says everything that is declared. Keys that are not declared are kintone's own
 * business (defaults, ids, later additions), so a second run plans nothing. Numbers and booleans may be texts.
 */
export function covers(observed: Json | undefined, declared: Json | undefined): boolean {
  if (declared === undefined) {
    return true;
  }
  if (isJsonObject(declared)) {
    return Object.entries(declared).every(
      ([key, value]) =>
        covers(isJsonObject(observed) ? observed[key] : undefined, value) ||
        (isQueryKey(key) && sameQuery(isJsonObject(observed) ? observed[key] : undefined, value)),
    );
  }
  if (Array.isArray(declared)) {
    const list = listOf(observed);
    return list.length === declared.length && listOf(declared).every((value, index) => covers(list[index], value));
  }
  return toScalar(observed) === toScalar(declared);
}

function toScalar(value: Json | undefined): string | undefined {
  if (value === null || value === undefined) {
    return "";
  }
  return typeof value === "object" ? undefined : String(value);
}

function isQueryKey(key: string): boolean {
  return key === "filterCond" || key === "sort";
}

/** kintone may write spaces in conditions differently; spaces inside quotes count. */
function sameQuery(observed: Json | undefined, declared: Json | undefined): boolean {
  return compactQuery(toScalar(observed) ?? "") === compactQuery(toScalar(declared) ?? "");
}

/** A condition without the spaces that do not count. */
export function compactQuery(query: string): string {
  return query
    .split(/("(?:[^"\\]|\\.)*")/u)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/\s*([(),=<>!])\s*/gu, "$1").replaceAll(/\s+/gu, " "),
    )
    .join("")
    .trim();
}
