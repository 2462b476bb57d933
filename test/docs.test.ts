import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const pages = execFileSync("git", ["ls-files", "-z", "*.md"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((page) => page !== "" && existsSync(resolve(root, page)));

/** The relative links and pictures of a page that lead nowhere, from the root of the repository. */
function findBroken(page: string, text: string): string[] {
  const prose = text.replaceAll(/```[\s\S]*?```/gu, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map((match) => (match[1] ?? "").replace(/#.*$/u, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/u.test(target))
    .map((target) =>
      relative(root, resolve(root, dirname(page), target))
        .split(sep)
        .join("/"),
    )
    .filter((target) => !existsSync(resolve(root, target)));
}

const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")),
);

/** The npm commands that a page names and package.json does not have. */
function findUnknownCommands(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(start|test)\b)/gu)]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((name) => !Object.hasOwn(scripts, name));
}

describe("the pages", () => {
  it("were all read", () => {
    expect(pages).toEqual(expect.arrayContaining(["README.md", "README.ja.md", "docs/architecture.md"]));
  });

  it.each(pages)("%s links to what is there and names commands that exist", (page) => {
    const text = readFileSync(resolve(root, page), "utf8");
    expect({ broken: findBroken(page, text), unknown: findUnknownCommands(text) }).toEqual({ broken: [], unknown: [] });
  });
});

describe("the canary", () => {
  it("reports a link that leads nowhere, and only that", () => {
    const text = "[a](../README.md#map) [b](gone.md) [c](https://example.com) ![d](pictures/new.png)";
    expect(findBroken("docs/architecture.md", text)).toEqual(["docs/gone.md", "docs/pictures/new.png"]);
  });

  it("reports a command that package.json does not have", () => {
    expect(findUnknownCommands("npm start; npm run fly -- --high; npm run build")).toEqual(["fly"]);
  });
});
