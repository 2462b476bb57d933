import { resolve } from "node:path";

/** The folder of the repository; commands work the same from wherever they are called. */
export const repositoryRoot = resolve(import.meta.dirname, "../..");

/** An absolute path below the repository. */
export function inRepository(...parts: string[]): string {
  return resolve(repositoryRoot, ...parts);
}
