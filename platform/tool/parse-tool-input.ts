import * as v from "valibot";
import { invalidInput } from "../platform-error.ts";
import type { Faults } from "../platform-error.ts";

/** Parses what a tool call brings; what does not fit is CB_VA01 with the place of each mistake below `errors`. */
export function parseToolInput<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) {
    return result.output;
  }
  // A map: a key of the input may be called like something that every object has.
  const faults = new Map<string, Faults[string]>();
  for (const issue of result.issues.flatMap(toDeepest)) {
    const path = v.getDotPath(issue) ?? "body";
    faults.set(path, [...(faults.get(path) ?? []), { message: { ja: issue.message, en: issue.message } }]);
  }
  throw invalidInput(Object.fromEntries(faults));
}

/** A union says only that nothing fitted; the issues inside it say why. */
function toDeepest(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  return issue.issues === undefined ? [issue] : issue.issues.flatMap(toDeepest);
}
