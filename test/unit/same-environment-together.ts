import { closeSync, openSync, readSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Vitest's own order, but files that need a page come last, one after the other: a process can be shared only by files of one environment. */
export class SameEnvironmentTogether extends BaseSequencer {
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
