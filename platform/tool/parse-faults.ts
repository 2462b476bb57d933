import * as v from "valibot";
import { parseToolInput } from "./parse-tool-input.ts";

export type FaultEffect = {
  /** Answers this instead of doing anything. */
  readonly status: number | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly delayMs: number;
  /** `before`: cuts the connection and does nothing; `after`: does it and cuts before the answer. */
  readonly drop: "before" | "after" | null;
};

export type FaultOrder = {
  readonly match: { readonly method: string | null; readonly path: string | null };
  /** How many matching requests pass first. */
  readonly skip: number;
  /** How many are met then; null = all. */
  readonly count: number | null;
  readonly effect: FaultEffect;
};

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

const faultSchema = v.pipe(
  v.strictObject({
    match: v.optional(
      v.strictObject({
        method: v.optional(v.pipe(v.string(), v.toUpperCase(), v.picklist(["GET", "POST", "PUT", "DELETE"]))),
        path: v.optional(v.pipe(v.string(), v.startsWith("/"), v.maxLength(500))),
      }),
      {},
    ),
    skip: v.optional(whole(1_000_000), 0),
    count: v.optional(v.nullable(whole(1_000_000)), 1),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    code: v.optional(v.pipe(v.string(), v.regex(/^\w{1,64}$/u))),
    message: v.optional(v.pipe(v.string(), v.maxLength(1000))),
    delayMs: v.optional(whole(600_000)),
    drop: v.optional(v.union([v.boolean(), v.picklist(["before", "after"])])),
  }),
  v.check(
    ({ status, delayMs, drop }) => status !== undefined || delayMs !== undefined || (drop ?? false) !== false,
    "status, delayMs or drop is needed",
  ),
);

const bodySchema = v.union([
  v.pipe(v.array(faultSchema), v.maxLength(1000)),
  v.pipe(
    v.strictObject({ faults: v.pipe(v.array(faultSchema), v.maxLength(1000)) }),
    v.transform(({ faults }) => faults),
  ),
]);

/** Reads `[{match, skip, count, status | delayMs | drop}]` or `{faults: […]}`. */
export function parseFaults(body: unknown): readonly FaultOrder[] {
  return parseToolInput(bodySchema, body).map(({ match, skip, count, status, code, message, delayMs, drop }) => ({
    match: { method: match.method ?? null, path: match.path ?? null },
    skip,
    count,
    effect: {
      status: status ?? null,
      code: code ?? null,
      message: message ?? null,
      delayMs: delayMs ?? 0,
      drop: drop === true ? "before" : drop === undefined || drop === false ? null : drop,
    },
  }));
}
