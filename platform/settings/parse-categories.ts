import type { Category } from "../store/category-settings.ts";
import { addFault, placeOf, placeOfNamed, type Place } from "./fault.ts";
import { readInteger, readObject, readText } from "./read-value.ts";
import { settingsText } from "./text.ts";

type Source = { readonly before: readonly Category[]; readonly allocateId: () => number };

/** Documented with the API: five levels, names of at most 64 characters. */
const deepest = 5;
const longestName = 64;

/**
 * `categories` of `PUT preview/app/categories.json`, by their present names; those that are not listed go. One that is renamed keeps
 * its records.
 */
export function parseCategories(place: Place, raw: unknown, source: Source, level = 1): readonly Category[] {
  const sent = readObject(place, raw) ?? {};
  const names = new Set<string>();
  const indexes = new Set<string>();
  const parsed = Object.entries(sent).flatMap(([key, value]) => {
    const here = placeOfNamed(place, key);
    const entry = readObject(here, value);
    if (entry === null) {
      return [];
    }
    const before = source.before.find(({ name }) => name === key) ?? null;
    const name = readText(placeOf(here, "name"), entry["name"], {
      initial: key,
      max: longestName,
      required: before === null,
    });
    const index = readInteger(placeOf(here, "index"), entry["index"], {
      initial: "0",
      min: 0,
      max: 2_147_483_647,
      required: true,
    });
    checkName(placeOf(here, "name"), name, { key, isNew: before === null, taken: names });
    if (indexes.has(index)) {
      addFault(placeOf(here, "index"), settingsText.indexTwice);
    }
    names.add(name);
    indexes.add(index);
    const children = readChildren(placeOf(here, "children"), entry["children"], { source, before, level });
    return [{ index: Number(index), category: { id: before?.id ?? source.allocateId(), name, children } }];
  });
  return parsed.toSorted((left, right) => left.index - right.index).map(({ category }) => category);
}

function checkName(
  place: Place,
  name: string,
  { key, isNew, taken }: { readonly key: string; readonly isNew: boolean; readonly taken: ReadonlySet<string> },
): void {
  if (name === "") {
    addFault(place, settingsText.required);
  } else if (isNew && name !== key) {
    addFault(place, settingsText.nameDiffersFromKey);
  } else if (taken.has(name)) {
    addFault(place, settingsText.nameTwice);
  }
}

function readChildren(
  place: Place,
  raw: unknown,
  { source, before, level }: { readonly source: Source; readonly before: Category | null; readonly level: number },
): readonly Category[] {
  if (level < deepest) {
    if (raw === undefined) {
      addFault(place, settingsText.required);
      return [];
    }
    return parseCategories(place, raw, { ...source, before: before?.children ?? [] }, level + 1);
  }
  if (raw !== undefined) {
    addFault(place, settingsText.categoriesTooDeep);
  }
  return [];
}
