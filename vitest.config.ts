import { defineConfig } from "vitest/config";

/** Three projects, so that `npm run test:unit`, `test:contract` and `test:e2e` run parts of one suite. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{apps-schema,domain,plugins,platform,scripts}/**/*.test.{ts,tsx}", "test/*.test.ts"],
          environment: "node",
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
          testTimeout: 30_000,
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
