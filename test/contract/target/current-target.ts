import type { TestPlatform } from "../harness.ts";

let current: TestPlatform | null = null;

/** The target that the test file started last. */
export function currentTarget(): TestPlatform {
  if (current === null) {
    throw new Error("start the target in beforeAll first");
  }
  return current;
}

/** Remembers the target for the cases of this file. */
export function setCurrentTarget(target: TestPlatform): void {
  current = target;
}
