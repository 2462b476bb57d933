import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { deployFlags, deployVerbs } from "../scripts/cli/deploy/command.ts";
import { exitCodeOf } from "../scripts/deploy/report/report.ts";

const root = resolve(import.meta.dirname, "..");
const guides = readdirSync(resolve(root, "docs/guide")).map((name) => `docs/guide/${name}`);
const pages = [...guides, "README.md", "README.ja.md", "environments/README.md"].filter((page) => page.endsWith(".md"));

/** What a page tells people to type after `npm run deploy --` and what the command does not know. */
function findUnknown(text: string): string[] {
  const lines = [...text.matchAll(/npm run deploy -- ([^`\n#]+)/gu)].map((match) => match[1] ?? "");
  return lines.flatMap((line) => {
    const [verb = "", ...words] = line.trim().split(/\s+/u);
    const flags = words.filter((word) => word.startsWith("--")).map((word) => word.slice(2).split("=")[0] ?? "");
    const unknown = flags.filter((flag) => !Object.hasOwn(deployFlags, flag)).map((flag) => `--${flag}`);
    return [...(deployVerbs.some((each) => each === verb) ? [] : [verb]), ...unknown];
  });
}

describe("what administrators are told to type", () => {
  it.each(pages)("exists: %s", (page) => {
    expect(findUnknown(readFileSync(resolve(root, page), "utf8"))).toEqual([]);
  });

  it("is not overlooked when it does not exist", () => {
    expect(findUnknown("`npm run deploy -- fly --env a --high=1`\nnpm run deploy -- plan --wat # x")).toEqual([
      "fly",
      "--high",
      "--wat",
    ]);
  });

  it("covers every command", () => {
    const text = readFileSync(resolve(root, "docs/guide/admin.md"), "utf8");
    expect(deployVerbs.filter((verb) => !text.includes(`npm run deploy -- ${verb} `))).toEqual([]);
  });

  it("names the exit codes that plan has", () => {
    const text = readFileSync(resolve(root, "docs/guide/admin.md"), "utf8");
    const empty = {
      format: 2,
      environment: "",
      mode: "merge",
      steps: [],
      hazards: [],
      consents: [],
      manual: [],
    } as const;
    expect(exitCodeOf({ ...empty, backups: [], waves: 0 }, false)).toBe(0);
    for (const code of [0, 1, 2, 3, 4]) {
      expect(text).toContain(`| ${code} | `);
    }
  });
});
