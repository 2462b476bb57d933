import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { evidenceKinds } from "./evidence.ts";
import { needReasons } from "./need.ts";
import { findRealDomain } from "./real-domain.ts";
import { readNotes } from "./run-note.ts";

declare module "vitest" {
  export interface ProvidedContext {
    contractRunFolder: string;
  }
}

let folder = "";

/** The test files leave their cases in a folder; at the end of the run they are counted by their evidence. */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-contract-"));
  project.provide("contractRunFolder", folder);
}

/** Says what was held, what was skipped and why, and which apps were left on a real domain. */
export function teardown(): void {
  const notes = readNotes(folder);
  rmSync(folder, { recursive: true, force: true });
  const facts = notes.flatMap((note) => note.facts);
  if (facts.length === 0) {
    return;
  }
  const domain = findRealDomain();
  const kinds = evidenceKinds.map((kind) => `${facts.filter(({ evidence }) => evidence.kind === kind).length} ${kind}`);
  say(`contract: ${facts.length} cases on ${domain?.baseUrl ?? "the platform"}: ${kinds.join(", ")}`);
  if (domain === null) {
    return;
  }
  for (const [need, reason] of Object.entries(needReasons)) {
    const skipped = facts.filter((fact) => fact.needs === need);
    if (skipped.length > 0) {
      say(`contract: skipped ${skipped.length}: they need ${reason}`);
    }
  }
  const apps = notes.flatMap((note) => note.madeApps);
  say(`contract: left ${apps.length} apps on ${domain.baseUrl} (kintone has no call that deletes an app):`);
  for (const { id, name } of apps.toSorted((a, b) => Number(a.id) - Number(b.id))) {
    say(`  ${id} ${name}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
