import { describe, expect, it } from "vitest";
import type { Upload } from "../../csv/build-uploads.ts";
import { runUpload } from "./run-upload.ts";
import type { BatchResult } from "./upload-batch.ts";

const uploads = Array.from({ length: 350 }, (_, index): Upload => ({ lines: [index + 2], key: "", record: {} }));
const saved = (batch: readonly Upload[]): BatchResult => ({ uploads: batch, outcome: "saved", faults: [] });

function record(send: (batch: readonly Upload[], round: number) => BatchResult, stopAfter = Infinity) {
  const sent: number[] = [];
  const run = runUpload(uploads, {
    send: (batch) => {
      sent.push(batch.length);
      return Promise.resolve(send(batch, sent.length));
    },
    isStopped: () => sent.length >= stopAfter,
    onProgress: () => {},
  });
  return { sent, run };
}

describe("runUpload", () => {
  it("sends all records a hundred at a time, in order", async () => {
    const { sent, run } = record(saved);
    const results = await run;
    expect(sent).toEqual([100, 100, 100, 50]);
    expect(results.flatMap((result) => result.uploads)).toEqual(uploads);
  });

  it("goes on after a batch whose records were refused", async () => {
    const { run } = record((batch, round) => (round === 2 ? { ...saved(batch), outcome: "refused" } : saved(batch)));
    expect((await run).map(({ outcome }) => outcome)).toEqual(["saved", "refused", "saved", "saved"]);
  });

  it("sends nothing more when the reason is not the records: an ended session, a broken connection", async () => {
    const { sent, run } = record((batch, round) =>
      round === 2 ? { ...saved(batch), outcome: "unsure", isFinal: true } : saved(batch),
    );
    expect((await run).map(({ outcome }) => outcome)).toEqual(["saved", "unsure", "stopped", "stopped"]);
    expect(sent).toHaveLength(2);
  });

  it("sends nothing more after it was stopped, and what was sent stays counted", async () => {
    const { sent, run } = record(saved, 1);
    expect((await run).map(({ outcome }) => outcome)).toEqual(["saved", "stopped", "stopped", "stopped"]);
    expect(sent).toEqual([100]);
  });
});
