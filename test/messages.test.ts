import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources, type SourceFile } from "./architecture/read-imports.ts";

const sources = readSources(resolve(import.meta.dirname, "..")).filter(
  ({ path }) => !/\.(?:test|bench)\.tsx?$/u.test(path) && !path.startsWith("test/"),
);

type Entry = { readonly path: string; readonly ja: string; readonly en: string };

const text = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/u.source;
const entryPattern = new RegExp(String.raw`\bja:\s*(?:${text}),\s*en:\s*(?:${text})`, "gu");

/** The texts of the catalogues in a source, which oxfmt keeps in one shape: `ja` first, then `en`. */
function listEntries({ path, text: source }: SourceFile): Entry[] {
  return [...source.matchAll(entryPattern)].map((match) => ({
    path,
    ja: match.slice(1, 4).find((part) => part !== undefined) ?? "",
    en: match.slice(4, 7).find((part) => part !== undefined) ?? "",
  }));
}

/** How many texts of a source stand in one language alone. */
function countLonely(source: SourceFile): number {
  const languages = [...source.text.matchAll(/\b(?:ja|en):\s*["'`]/gu)].length;
  return languages - 2 * listEntries(source).length;
}

function placesOf(message: string): string {
  const names = [...message.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? "");
  return [...new Set(names)].toSorted().join(" ");
}

/** Words of programmers. Who runs commands reads some of them; staff, who read plugins and rules, do not. */
const codeWords = /\b(?:undefined|null|NaN|\w*Error|JSON|HTTP|REST|API|exception|boolean|string)\b|\[object/u;

function isForStaff({ path }: Entry): boolean {
  return path.startsWith("plugins/") || path.startsWith("domain/");
}

function findFaults(entry: Entry): string[] {
  const { ja, en } = entry;
  return [
    ...(ja.trim() === "" || en.trim() === "" ? ["says nothing in one language"] : []),
    ...(placesOf(ja) === placesOf(en) ? [] : ["fills a place in one language only"]),
    ...(isForStaff(entry) && (codeWords.test(ja) || codeWords.test(en)) ? ["speaks like a programmer to staff"] : []),
  ];
}

const entries = sources.flatMap(listEntries);

describe("the message catalogues", () => {
  it("were read whole", () => {
    expect(entries.length).toBeGreaterThan(900);
    expect(entries.filter(isForStaff).length).toBeGreaterThan(200);
  });

  it("say everything in both languages", () => {
    expect(sources.filter((source) => countLonely(source) !== 0).map(({ path }) => path)).toEqual([]);
  });

  it("say the same in both, and to staff in their own words", () => {
    expect(entries.flatMap((entry) => findFaults(entry).map((fault) => ({ ...entry, fault })))).toEqual([]);
  });
});

describe("the canary", () => {
  it.each([
    ['{ ja: "", en: "Saved." }', "says nothing in one language"],
    ['{ ja: "{count}件", en: "some" }', "fills a place in one language only"],
    ['{ ja: "TypeErrorが起きました", en: "It failed." }', "speaks like a programmer to staff"],
  ])("reports %s", (planted, fault) => {
    expect(listEntries({ path: "plugins/x/messages.ts", text: planted }).flatMap(findFaults)).toEqual([fault]);
  });

  it("reports a text without its other language", () => {
    expect(countLonely({ path: "plugins/x/messages.ts", text: '{ ja: "保存しました。" }' })).toBe(1);
    expect(countLonely({ path: "plugins/x/messages.ts", text: '{ ja: "保存しました。", en: "Saved." }' })).toBe(0);
  });
});
