/** The part that is no plugin: the pages of the local platform. */
export const pagesPart = "platform-pages";

const sharedInputs = ["webpack.config.ts", "package-lock.json", "scripts/build", "domain", "apps-schema"];

/** What a bundle is made of; a change anywhere in it builds the bundle again. */
export function listInputs(part: string): readonly string[] {
  return [...sharedInputs, ...(part === pagesPart ? ["platform"] : ["plugins/core", `plugins/${part}`])];
}
