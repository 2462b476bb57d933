import { closeSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A deadline is there to end what hangs, not to measure: it holds on a machine that is busy with other work as well. */
const patience = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };

/** Vitest's own order, but files that need a page come last, one after the other: a process can be shared only by files of one environment. */
class SameEnvironmentTogether extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // The name is vitest's; the list it is given stays as it is.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files);
    return [...new Set(sorted.map(({ project }) => project))].flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter((file) => !needsPage(file.moduleId)), ...own.filter((file) => needsPage(file.moduleId))];
    });
  }
}

function needsPage(path: string): boolean {
  const head = Buffer.alloc(200);
  const file = openSync(path, "r");
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.includes("@vitest-environment happy-dom");
}

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
