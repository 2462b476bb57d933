import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { evidenceKinds } from "./evidence.ts";
import type { Fact } from "./fact.ts";
import { needKinds, needReasons } from "./need.ts";

export const contractPageFile = resolve(import.meta.dirname, "../../../docs/kintone/contract.md");

const head = `# What the contract suite holds, and how it is known

Written by \`node --import tsx test/contract/target/write-contract-page.ts\` from the cases themselves; each test file holds
that its part of this page is current.

- **observed**: seen on a real kintone domain, with the month, in captured answers or notes that were published.
- **documented**: stated by the vendor in the official description, the developer site or the help.
- **client**: what a public client or tool sends or relies on.
- **guess**: nobody says so; assumed from what is near. Each is listed below by name.
- **own**: the platform's own tool, doors and promises; no claim about kintone.
- **real domain**: cases that also run against a real domain (\`KINTONE_CONTRACT_BASE_URL\`, see CONTRIBUTING.md); the others need what only
  the platform offers.

The ids, names and counts are those of one run; a row of a table in the test is one case.
`;

/** The page from all cases. */
export function renderContractPage(facts: readonly Fact[]): string {
  const files = [...new Set(facts.map(({ file }) => file))].toSorted();
  const parts = files.map((file) => renderFile(facts.filter((fact) => fact.file === file)));
  return [
    head,
    "## Counts",
    "",
    `| | cases | ${evidenceKinds.join(" | ")} | real domain |`,
    `|---|---|${evidenceKinds.map(() => "---|").join("")}---|`,
    ...parts.map(({ row }) => row),
    totalRow(facts),
    "",
    "## Cases that stay away from a real domain",
    "",
    "| needs | cases |",
    "|---|---|",
    ...needKinds.map((need) => `| ${needReasons[need]} | ${facts.filter((fact) => fact.needs === need).length} |`),
    "",
    "## Guesses",
    "",
    ...parts.flatMap(({ guesses }) => guesses),
    "",
  ].join("\n");
}

function renderFile(facts: readonly Fact[]): { readonly row: string; readonly guesses: readonly string[] } {
  const file = facts[0]?.file ?? "";
  return {
    row: `| [${file.replace(/\.test\.ts$/u, "")}](../../test/contract/${file}) | ${counts(facts)} |`,
    guesses: facts
      .filter(({ evidence }) => evidence.kind === "guess")
      .map(
        ({ area, name, evidence }) =>
          `- ${file.replace(/\.test\.ts$/u, "")}: ${[area, name].filter((part) => part !== "").join(" › ")} — ${evidence.source}`,
      )
      .map((line) => line.replaceAll(/\s+/gu, " ")),
  };
}

function totalRow(facts: readonly Fact[]): string {
  return `| all | ${counts(facts)} |`;
}

function counts(facts: readonly Fact[]): string {
  return [
    facts.length,
    ...evidenceKinds.map((kind) => facts.filter(({ evidence }) => evidence.kind === kind).length),
    facts.filter(({ needs }) => needs === null).length,
  ].join(" | ");
}

/** Throws when the page tells something else about the cases of one file. */
export function checkContractPage(facts: readonly Fact[]): void {
  if (facts.length === 0) {
    return;
  }
  const page = readFileSync(contractPageFile, "utf8").split("\n");
  const { row, guesses } = renderFile(facts);
  const missing = [row, ...guesses].find((line) => !page.includes(line));
  if (missing !== undefined) {
    throw new Error(
      `docs/kintone/contract.md is not current; run: node --import tsx test/contract/target/write-contract-page.ts\nmissing: ${missing}`,
    );
  }
}
