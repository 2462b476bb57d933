import { addFault, placeOf, placeOfNamed, type Place } from "./fault.ts";
import { isPlainObject, readInteger, readObject, readText } from "./read-value.ts";
import { settingsText, textTooMany } from "./text.ts";

export type Options = Readonly<Record<string, { readonly label: string; readonly index: string }>>;

/** Help page field_restriction. */
const mostOptions = 1000;

/**
 * `options` of a choice field. A key names an option that exists (its `label` renames it) or, with the same `label`, a new one;
 * options that are not listed are removed. `index` only orders: kintone answers 0, 1, 2 … without gaps.
 */
export function readOptions(place: Place, sent: unknown, current: unknown): Options {
  const entries = Object.entries(readObject(place, sent) ?? {});
  if (entries.length === 0) {
    addFault(place, settingsText.optionsMissing);
    return {};
  }
  if (entries.length > mostOptions) {
    addFault(place, textTooMany(mostOptions));
  }
  const known = new Set(optionNames(current));
  const read = entries.map(([name, raw]) => readOption(placeOfNamed(place, name), raw, { name, known }));
  const labels = new Set<string>();
  for (const option of read) {
    if (labels.has(option.label)) {
      addFault(placeOf(placeOfNamed(place, option.name), "label"), settingsText.optionTwice);
    }
    labels.add(option.label);
  }
  // A stable sort: options with the same index stay in the order they came in.
  const ordered = read.toSorted((a, b) => a.index - b.index);
  return Object.fromEntries(ordered.map(({ label }, index) => [label, { label, index: String(index) }]));
}

type ReadOption = { readonly name: string; readonly label: string; readonly index: number };

function readOption(
  place: Place,
  raw: unknown,
  key: { readonly name: string; readonly known: ReadonlySet<string> },
): ReadOption {
  const option = readObject(place, raw);
  if (option === null) {
    return { name: key.name, label: key.name, index: 0 };
  }
  const label = readText(placeOf(place, "label"), option["label"], { initial: key.name, required: false, max: 128 });
  if (label === "") {
    addFault(placeOf(place, "label"), settingsText.required);
  } else if (label !== key.name && !key.known.has(key.name)) {
    addFault(placeOf(place, "label"), settingsText.optionLabelDiffers);
  }
  const index = readInteger(placeOf(place, "index"), option["index"], {
    initial: "0",
    min: 0,
    max: 2_147_483_647,
    required: true,
  });
  return { name: key.name, label, index: Number(index) };
}

/** The names of `options`, in display order. */
export function optionNames(options: unknown): readonly string[] {
  if (!isPlainObject(options)) {
    return [];
  }
  return Object.entries(options)
    .map(([name, option]) => ({ name, index: isPlainObject(option) ? Number(option["index"]) : 0 }))
    .toSorted((a, b) => a.index - b.index)
    .map(({ name }) => name);
}

/** Old name → new name of the options that a request renames (`options: { old: { label: new } }`). */
export function renamedOptions(sent: unknown, current: unknown): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  if (!isPlainObject(sent)) {
    return renamed;
  }
  for (const name of optionNames(current)) {
    const option = Object.hasOwn(sent, name) ? sent[name] : undefined;
    if (isPlainObject(option) && typeof option["label"] === "string" && option["label"] !== name) {
      renamed.set(name, option["label"]);
    }
  }
  return renamed;
}
