import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { contractPageFile, renderContractPage } from "./contract-page.ts";
import { documented, guess } from "./evidence.ts";

const page = readFileSync(contractPageFile, "utf8");
const rows = [...page.matchAll(/^\| (?:\[[\w-]+\]\([^)]*\/([\w-]+\.test\.ts)\)|all) \| ([\d |]+) \|$/gmu)].map(
  (match) => ({
    file: match[1] ?? "all",
    counts: (match[2] ?? "").split(" | ").map(Number),
  }),
);

describe("the page about the contract", () => {
  it("names every test file that holds cases, and counts at least 600 of them", () => {
    const folder = resolve(import.meta.dirname, "..");
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".test.ts"))
      .filter((name) => /\bfact(?:\.each)?\(/u.test(readFileSync(resolve(folder, name), "utf8")));
    const parts = rows.filter(({ file }) => file !== "all");
    expect(parts.map(({ file }) => file)).toEqual(files.toSorted());
    const sums = parts.reduce(
      (sum, { counts }) => sum.map((count, index) => count + (counts[index] ?? 0)),
      [0, 0, 0, 0, 0, 0, 0],
    );
    expect(rows.at(-1)).toEqual({ file: "all", counts: sums });
    expect(sums[0]).toBeGreaterThanOrEqual(600);
  });

  it("counts each kind of evidence and names the guesses", () => {
    const fact = { file: "a.test.ts", area: "records", name: "are kept", needs: null };
    const text = renderContractPage([
      { ...fact, evidence: documented("help") },
      { ...fact, name: "are lost", evidence: guess("as files"), needs: "doors" },
    ]);
    expect(text).toContain("| [a](../../test/contract/a.test.ts) | 2 | 0 | 1 | 0 | 1 | 0 | 1 |");
    expect(text).toContain("- a: records › are lost — as files\n");
    expect(text).not.toContain("are kept");
  });
});
