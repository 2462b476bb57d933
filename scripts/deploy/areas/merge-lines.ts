import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject } from "../client/json.ts";
import { covers } from "../plan/covers.ts";
import type { DeployMode } from "../plan/plan.ts";

export type LineRules = {
  readonly keyOf: (line: JsonObject) => string;
  readonly mode: DeployMode;
  /** Lines before this place stay above everything that only the domain has. */
  readonly floor?: number;
};

export type MergedLines = {
  readonly lines: readonly JsonObject[];
  readonly changed: readonly string[];
  readonly lost: readonly string[];
};

/** A list in which the order counts: the declared lines, and each line that only the domain has behind the line it stood behind. */
export function mergeLines(
  declared: readonly JsonObject[],
  observed: readonly Json[],
  { keyOf, mode, floor = 0 }: LineRules,
): MergedLines {
  const present = observed.filter(isJsonObject);
  const lines = declared.map((line) =>
    mode === "add" ? (present.find((each) => keyOf(each) === keyOf(line)) ?? line) : line,
  );
  const lost: string[] = [];
  for (const [index, line] of present.entries()) {
    if (lines.some((each) => keyOf(each) === keyOf(line))) {
      continue;
    }
    if (mode === "mirror") {
      lost.push(keyOf(line));
      continue;
    }
    const before = present.slice(0, index).findLast((each) => lines.some((one) => keyOf(one) === keyOf(each)));
    const after = before === undefined ? 0 : lines.findIndex((each) => keyOf(each) === keyOf(before)) + 1;
    lines.splice(Math.max(after, floor), 0, line);
  }
  const changed = lines.filter((line) => !present.some((each) => covers(each, line))).map((line) => keyOf(line));
  return { lines, changed, lost };
}
