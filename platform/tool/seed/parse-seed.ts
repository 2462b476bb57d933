import * as v from "valibot";
import { parseToolInput } from "../parse-tool-input.ts";

const json = v.record(v.string(), v.unknown());

const seedSchema = v.strictObject({
  $schema: v.optional(v.string()),
  organizations: v.optional(v.array(json), []),
  groups: v.optional(v.array(json), []),
  users: v.optional(
    v.array(
      v.objectWithRest(
        {
          code: v.string(),
          groups: v.optional(v.array(v.string())),
          organizations: v.optional(v.array(v.string())),
          preference: v.optional(json),
        },
        v.unknown(),
      ),
    ),
    [],
  ),
  apps: v.optional(
    v.array(
      v.strictObject({
        name: v.string(),
        fields: v.optional(v.record(v.string(), json), {}),
        layout: v.optional(v.array(v.unknown())),
        views: v.optional(json),
        settings: v.optional(json),
        process: v.optional(json),
        acl: v.optional(json),
        recordAcl: v.optional(json),
        fieldAcl: v.optional(json),
        reports: v.optional(json),
        categories: v.optional(json),
        records: v.optional(v.array(json), []),
      }),
    ),
    [],
  ),
});

export type Seed = v.InferOutput<typeof seedSchema>;

/** Reads the content of a seed file; a name that means nothing here is refused, not passed over. */
export function parseSeed(input: unknown): Seed {
  return parseToolInput(seedSchema, input);
}
