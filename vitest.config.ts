import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { SameEnvironmentTogether } from "./test/unit/same-environment-together.ts";

/** A deadline is there to end what hangs, not to measure: it holds on a machine that is busy with other work as well. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } };

/** Three projects, so that `npm run test:unit`, `test:contract` and `test:e2e` run parts of one suite. */
export default defineConfig({
  test: {
    // Two at least: much of the time goes by waiting for processes and for the disk.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: SameEnvironmentTogether },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{apps-schema,domain,plugins,platform,scripts}/**/*.test.{ts,tsx}", "test/*.test.ts"],
          environment: "node",
          // One process runs several files; what one of them may not find of another is seen to by the set-up file.
          isolate: false,
          setupFiles: ["test/unit/fresh-start.ts"],
          ...patience,
        },
      },
      {
        test: {
          name: "contract",
          include: ["test/contract/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/contract/target/report-run.ts"],
          setupFiles: ["test/contract/target/watch-file.ts"],
          // Each file starts platforms of its own; what they share is the code, which is read once.
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/e2e/global-setup.ts"],
          // One real product and one real browser per file; two cores carry one file at a time.
          fileParallelism: false,
          // Deadlines for a busy machine: nothing waits longer than for what it waits for.
          testTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
