import type { Upload } from "../../csv/build-uploads.ts";
import { type BatchResult, batchSize } from "./upload-batch.ts";

export type UploadRun = {
  readonly send: (batch: readonly Upload[]) => Promise<BatchResult>;
  /** Asked before each batch: whoever reads along wants no more to be sent. */
  readonly isStopped: () => boolean;
  readonly onProgress: (results: readonly BatchResult[]) => void;
};

/** Sends records batch after batch; after a refusal that is not about the records nothing more is sent. */
export async function runUpload(uploads: readonly Upload[], run: UploadRun): Promise<readonly BatchResult[]> {
  const results: BatchResult[] = [];
  for (let start = 0; start < uploads.length; start += batchSize) {
    const batch = uploads.slice(start, start + batchSize);
    run.onProgress([...results]);
    const isOver = run.isStopped() || results.at(-1)?.isFinal === true || results.at(-1)?.outcome === "stopped";
    results.push(isOver ? { uploads: batch, outcome: "stopped", faults: [] } : await run.send(batch));
  }
  return results;
}
