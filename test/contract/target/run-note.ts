import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { evidenceKinds } from "./evidence.ts";
import { needKinds } from "./need.ts";

const factSchema = v.object({
  file: v.string(),
  area: v.string(),
  name: v.string(),
  evidence: v.object({ kind: v.picklist(evidenceKinds), source: v.string() }),
  needs: v.nullable(v.picklist(needKinds)),
});

const noteSchema = v.object({
  facts: v.array(factSchema),
  madeApps: v.array(v.object({ id: v.string(), name: v.string() })),
});

/** What one test file leaves for the end of the run: its cases, and the apps it made on a real domain. */
export type RunNote = v.InferOutput<typeof noteSchema>;

/** Leaves the note of one test file in the folder of the run. */
export function leaveNote(folder: string, file: string, note: RunNote): void {
  writeFileSync(join(folder, `${file}.json`), JSON.stringify(note));
}

/** The notes that the test files left. */
export function readNotes(folder: string): readonly RunNote[] {
  return readdirSync(folder)
    .toSorted()
    .map((file) => v.parse(noteSchema, JSON.parse(readFileSync(join(folder, file), "utf8"))));
}
