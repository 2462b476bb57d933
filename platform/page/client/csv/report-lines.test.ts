import { describe, expect, it } from "vitest";
import { listUnsavedRows, mergeResults } from "./report-lines.ts";
import type { BatchResult } from "./upload-batch.ts";

const result = (outcome: BatchResult["outcome"], ...lines: readonly number[][]): BatchResult => ({
  outcome,
  uploads: lines.map((own) => ({ lines: own, key: "", record: {} })),
  faults: outcome === "refused" ? [{ line: lines[0]?.[0] ?? 0, field: null, reason: "x" }] : [],
});
const results = [
  result("saved", [2], [3]),
  result("saved", [4]),
  result("refused", [5, 6]),
  result("unsure", [7]),
  result("stopped", [8]),
  result("stopped", [9, 10]),
];

describe("mergeResults", () => {
  it("says neighbours of the same outcome once, and each refusal on its own", () => {
    const merged = mergeResults([...results, result("refused", [11]), result("refused", [12])]);
    expect(merged.map(({ outcome, uploads }) => [outcome, uploads.length])).toEqual([
      ["saved", 3],
      ["refused", 1],
      ["unsure", 1],
      ["stopped", 2],
      ["refused", 1],
      ["refused", 1],
    ]);
  });
});

describe("listUnsavedRows", () => {
  it("gives every line of the records that were refused or not sent, and none whose fate is unknown", () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({ line: index + 2, cells: [`${index + 2}`] }));
    expect(listUnsavedRows(rows, results).map(({ line }) => line)).toEqual([5, 6, 8, 9, 10]);
  });
});
