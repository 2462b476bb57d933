import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { createVitest } from "vitest/node";
import { contractPageFile, renderContractPage } from "./contract-page.ts";
// `meta().fact` is declared there.
import type { Fact } from "./fact.ts";

// `node --import tsx test/contract/target/write-contract-page.ts`: reads the cases of every test file, runs none, writes the page.
const root = resolve(import.meta.dirname, "../../..");
const vitest = await createVitest("test", { root, watch: false, project: ["contract"] });
try {
  const { testModules, unhandledErrors } = await vitest.collect();
  const broken = testModules.flatMap((module) => module.errors());
  if (broken.length + unhandledErrors.length > 0) {
    throw new AggregateError([...broken, ...unhandledErrors], "not every test file could be read");
  }
  const facts: readonly Fact[] = testModules.flatMap((module) =>
    [...module.children.allTests()].flatMap((test) => test.meta().fact ?? []),
  );
  writeFileSync(contractPageFile, renderContractPage(facts));
} finally {
  await vitest.close();
}
