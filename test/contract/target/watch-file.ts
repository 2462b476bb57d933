import { afterAll, expect, inject } from "vitest";
import { basename } from "node:path";
import { refuseAnswerFaults } from "../openapi/watch-answers.ts";
import { checkContractPage } from "./contract-page.ts";
import { takeFacts } from "./fact.ts";
import { takeMadeApps } from "./made-apps.ts";
import { leaveNote } from "./run-note.ts";

// A setup file: it runs before each test file, also where one process runs several. What an earlier one left is forgotten.
takeFacts();
takeMadeApps();

// At the end of each test file its cases are counted, its part of the page is current, and its answers fit the description.
afterAll(() => {
  const facts = takeFacts();
  const madeApps = takeMadeApps();
  if (facts.length > 0) {
    leaveNote(inject("contractRunFolder"), basename(expect.getState().testPath ?? ""), { facts, madeApps });
  }
  refuseAnswerFaults();
  checkContractPage(facts);
});
