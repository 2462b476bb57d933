import { afterAll, expect, inject } from "vitest";
import { basename } from "node:path";
import { checkContractPage } from "./contract-page.ts";
import { registeredFacts } from "./fact.ts";
import { leaveNote } from "./run-note.ts";

const madeApps: { readonly id: string; readonly name: string }[] = [];

/** Remembers apps that a file leaves on a real domain, for the list at the end of the run. */
export function noteMadeApps(apps: ReadonlyMap<string, string>): void {
  madeApps.push(...[...apps].map(([id, name]) => ({ id, name })));
}

/** At the end of each test file: its part of the page is current, its cases are counted, and `check` finds nothing. */
export function watchFile(check: () => void): void {
  const file = basename(expect.getState().testPath ?? "");
  afterAll(() => {
    leaveNote(inject("contractRunFolder"), file, { facts: [...registeredFacts()], madeApps });
    check();
    checkContractPage(registeredFacts());
  });
}
