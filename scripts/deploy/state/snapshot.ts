import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { isJsonObject, parseJson } from "../client/json.ts";
import type { Bodies } from "../plan/desired-suite.ts";

const snapshotSchema = v.object({
  id: v.string(),
  revision: v.string(),
  creator: v.string(),
  areas: v.record(v.string(), v.custom<NonNullable<Bodies["fields"]>>(isJsonObject)),
});

/** All areas of an app as they were at a revision: while it still has that revision, not one of them has to be read. */
export type Snapshot = {
  readonly id: string;
  readonly revision: string;
  readonly creator: string;
  readonly areas: Bodies;
};

/** What was last seen of an app, or null where it is of another app or cannot be read. */
export function loadSnapshot(
  folder: string,
  key: AppKey,
  at: { readonly id: string; readonly revision: string },
): Snapshot | null {
  const file = resolve(folder, `${key}.json`);
  if (!existsSync(file)) {
    return null;
  }
  const parsed = v.safeParse(snapshotSchema, parseJson(readFileSync(file, "utf8")));
  return parsed.success && parsed.output.id === at.id && parsed.output.revision === at.revision ? parsed.output : null;
}

/** Written before the state names its revision: a kill in between leaves a file that no state points to. */
export function saveSnapshot(folder: string, key: AppKey, snapshot: Snapshot): void {
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, `${key}.json`);
  writeFileSync(`${file}.new`, JSON.stringify(snapshot));
  renameSync(`${file}.new`, file);
}

export function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
