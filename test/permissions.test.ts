import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderAccess } from "./access/render-access.ts";

const file = join(import.meta.dirname, "../docs/permissions.md");

/** `UPDATE_DOCS=1 npx vitest run test/permissions.test.ts` writes what is declared into its places. */
const isUpdating = process.env["UPDATE_DOCS"] === "1";

/** The text with the part between `<!-- name -->` and `<!-- /name -->` replaced. */
function fill(text: string, [name, part]: readonly [string, string]): string {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`, "u");
  if (!pattern.test(text)) {
    throw new Error(`docs/permissions.md has no place for ${name}`);
  }
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n${part}\n${end}`);
}

describe("docs/permissions.md", () => {
  it("shows the rights and notices that are declared", () => {
    const text = readFileSync(file, "utf8");
    const current = Object.entries(renderAccess()).reduce(fill, text);
    if (isUpdating) {
      writeFileSync(file, current);
    }
    expect(isUpdating ? current : text).toBe(current);
  });
});
