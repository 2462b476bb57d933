import { isJsonObject } from "../client/json.ts";

/** Members of objects one by one, at any depth; lists and plain values of `over` take the place of those of `under`. */
export function mergeJson(under: unknown, over: unknown): unknown {
  if (over === undefined || !isJsonObject(under) || !isJsonObject(over)) {
    return over === undefined ? under : over;
  }
  const merged: Record<string, unknown> = { ...under };
  for (const [name, value] of Object.entries(over)) {
    merged[name] = mergeJson(merged[name], value);
  }
  return merged;
}
