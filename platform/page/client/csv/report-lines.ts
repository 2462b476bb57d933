import type { CsvRow } from "../../csv/parse-csv.ts";
import type { BatchResult } from "./upload-batch.ts";

/** One line of the report: neighbouring batches of which there is nothing to say but how many stand together. */
export function mergeResults(results: readonly BatchResult[]): readonly BatchResult[] {
  const merged: BatchResult[] = [];
  for (const result of results) {
    const last = merged.at(-1);
    if (last !== undefined && last.outcome === result.outcome && last.faults.length + result.faults.length === 0) {
      merged[merged.length - 1] = { ...last, uploads: [...last.uploads, ...result.uploads] };
    } else {
      merged.push(result);
    }
  }
  return merged;
}

/** The rows of a file that surely were not saved, in their order. */
export function listUnsavedRows(rows: readonly CsvRow[], results: readonly BatchResult[]): readonly CsvRow[] {
  const lines = new Set(
    results
      .filter(({ outcome }) => outcome === "refused" || outcome === "stopped")
      .flatMap(({ uploads }) => uploads.flatMap((upload) => upload.lines)),
  );
  return rows.filter(({ line }) => lines.has(line));
}
