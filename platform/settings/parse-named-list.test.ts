import { describe, expect, it } from "vitest";
import { createPlace, type Fault, placeOf } from "./fault.ts";
import { parseNamedList } from "./parse-named-list.ts";
import { settingsText, textTooMany } from "./text.ts";

type Entry = { readonly name: string; readonly index: string };

const before: readonly Entry[] = [{ name: "前", index: "0" }];

/** Reads `[name, index]` pairs; anything else is an entry that cannot be read. */
function parse(raw: unknown): { entries: readonly Entry[]; faults: readonly Fault[] } {
  const place = createPlace();
  const entries = parseNamedList<Entry>(placeOf(place, "reports"), raw, {
    before,
    limit: 3,
    read: (_, entry) => (Array.isArray(entry) ? { name: String(entry[0]), index: String(entry[1]) } : null),
  });
  return { entries, faults: place.faults };
}

describe("parseNamedList", () => {
  it("answers in display order and counts the indexes from 0", () => {
    expect(parse({ a: ["a", 7], b: ["b", 2], c: null })).toEqual({
      entries: [
        { name: "b", index: "0" },
        { name: "a", index: "1" },
      ],
      faults: [],
    });
  });

  it("refuses a name or an index that comes twice", () => {
    expect(parse({ a: ["x", 0], b: ["x", 1] }).faults.map(({ text }) => text)).toEqual([settingsText.nameTwice]);
    expect(parse({ a: ["x", 0], b: ["y", 0] }).faults.map(({ text }) => text)).toEqual([settingsText.indexTwice]);
  });

  it("keeps what was there when there are too many or none were sent", () => {
    const many = parse({ a: ["a", 0], b: ["b", 1], c: ["c", 2], d: ["d", 3] });
    expect(many).toMatchObject({ entries: before, faults: [{ text: textTooMany(3) }] });
    expect(parse(undefined)).toMatchObject({ entries: before, faults: [{ text: settingsText.required }] });
  });
});
