import { addFault, placeOf, placeOfNamed, type Place } from "./fault.ts";
import { readObject } from "./read-value.ts";
import { settingsText, textTooMany } from "./text.ts";

type Named = { readonly name: string; readonly index: string };

type NamedListRules<Entry> = {
  /** What stays when the list itself cannot be read. */
  readonly before: readonly Entry[];
  readonly limit: number;
  readonly read: (place: Place, raw: unknown, key: string) => Entry | null;
};

/**
 * A setting that is sent as an object by name, as graphs and app actions are: at most `limit` entries, no name and no
 * index twice. Answers them in display order with indexes from 0.
 */
export function parseNamedList<Entry extends Named>(
  place: Place,
  raw: unknown,
  { before, limit, read }: NamedListRules<Entry>,
): readonly Entry[] {
  const sent = readObject(place, raw);
  if (sent === null) {
    addFault(place, settingsText.required);
    return before;
  }
  const entries = Object.entries(sent);
  if (entries.length > limit) {
    addFault(place, textTooMany(limit));
    return before;
  }
  const names = new Set<string>();
  const indexes = new Set<string>();
  const parsed = entries.flatMap(([key, value]) => {
    const here = placeOfNamed(place, key);
    const entry = read(here, value, key);
    if (entry === null) {
      return [];
    }
    if (names.has(entry.name)) {
      addFault(placeOf(here, "name"), settingsText.nameTwice);
    }
    if (indexes.has(entry.index)) {
      addFault(placeOf(here, "index"), settingsText.indexTwice);
    }
    names.add(entry.name);
    indexes.add(entry.index);
    return [entry];
  });
  return parsed
    .toSorted((a, b) => Number(a.index) - Number(b.index))
    .map((entry, index) => ({ ...entry, index: String(index) }));
}
