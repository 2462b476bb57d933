import type { AppSettings, StoredField } from "../store/app-settings.ts";
import { addFault, placeOf, placeOfNamed, type Place } from "./fault.ts";
import { allFields, findField } from "./find-field.ts";
import { addToLayout } from "./layout-edits.ts";
import { parseNewField, type FieldSource } from "./parse-field.ts";
import { isPlainObject, readObject } from "./read-value.ts";
import { settingsText, textTooMany } from "./text.ts";

/** kintone's limit for one app; fields in tables count. */
const fieldLimit = 500;

/**
 * The settings with the fields of `POST preview/app/form/fields.json` added, each at the end of the form. A table that is there
 * takes the new fields of its `fields`: other tools do that, though no source says whether kintone accepts it.
 */
export function addFields(
  place: Place,
  raw: unknown,
  app: { readonly settings: AppSettings; readonly allocateId: () => number },
): AppSettings {
  const sent = readObject(place, raw);
  if (sent === null || Object.keys(sent).length === 0) {
    addFault(place, settingsText.required);
    return app.settings;
  }
  const source: FieldSource = { inTable: false, allocateId: app.allocateId };
  let settings = app.settings;
  for (const [name, entry] of Object.entries(sent)) {
    const here = placeOfNamed(place, name);
    const existing = findField(settings.fields, name);
    if (existing?.type === "SUBTABLE" && isPlainObject(entry) && entry["type"] === "SUBTABLE") {
      settings = extendTable(here, entry, { settings, table: existing, source });
      continue;
    }
    const field = parseNewField(here, entry, { name, source });
    if (field !== null) {
      const layout = addToLayout(settings.layout, [field]);
      settings = { ...settings, fields: [...settings.fields, field], layout };
    }
  }
  checkCodes(place, settings.fields);
  return settings;
}

function extendTable(
  place: Place,
  entry: Readonly<Record<string, unknown>>,
  at: { readonly settings: AppSettings; readonly table: StoredField; readonly source: FieldSource },
): AppSettings {
  const { settings, table, source } = at;
  const inner = placeOf(place, "fields");
  const known = new Set((table.fields ?? []).map((field) => field.code));
  const added = Object.entries(readObject(inner, entry["fields"]) ?? {})
    .filter(([name]) => !known.has(name))
    .map(([name, raw]) => parseNewField(placeOfNamed(inner, name), raw, { name, source: { ...source, inTable: true } }))
    .filter((field) => field !== null);
  if (added.length === 0) {
    addFault(placeOf(place, "code"), settingsText.codeIsTaken);
  }
  const grown = { ...table, fields: [...(table.fields ?? []), ...added] };
  const fields = settings.fields.map((field) => (field.id === table.id ? grown : field));
  return { ...settings, fields, layout: addToLayout(settings.layout, [grown]) };
}

/** No code twice on a form, in tables or outside, and not too many fields. */
export function checkCodes(place: Place, fields: readonly StoredField[]): void {
  const all = allFields(fields);
  const seen = new Set<string>();
  for (const field of all) {
    if (field.code !== "" && seen.has(field.code)) {
      addFault(placeOf(placeOfNamed(place, field.code), "code"), settingsText.codeIsTaken);
    }
    seen.add(field.code);
  }
  if (all.length > fieldLimit) {
    addFault(place, textTooMany(fieldLimit));
  }
}
