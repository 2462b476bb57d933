import type { AppSettings, StoredField } from "../store/app-settings.ts";
import { checkCodes } from "./add-fields.ts";
import { addFault, addRefusal, placeOfNamed, type Place } from "./fault.ts";
import { allFields, findAnyField } from "./find-field.ts";
import { addToLayout } from "./layout-edits.ts";
import { parseChangedField } from "./parse-field.ts";
import { readObject } from "./read-value.ts";
import { renameInSettings } from "./rename-in-settings.ts";
import { settingsText } from "./text.ts";

/**
 * The settings with the fields of `PUT preview/app/form/fields.json` changed. A key names a field by its present code; `code` renames
 * it, and everything in the app that names the field follows, as in kintone where such places hold the field itself.
 */
export function updateFields(
  place: Place,
  raw: unknown,
  app: { readonly settings: AppSettings; readonly allocateId: () => number },
): AppSettings {
  const sent = readObject(place, raw);
  if (sent === null || Object.keys(sent).length === 0) {
    addFault(place, settingsText.required);
    return app.settings;
  }
  let fields = app.settings.fields;
  for (const [name, entry] of Object.entries(sent)) {
    const here = placeOfNamed(place, name);
    const found = findAnyField(app.settings.fields, name);
    if (found === null) {
      addRefusal(here, "GAIA_FC01", { code: name });
      continue;
    }
    const source = { inTable: found.table !== null, allocateId: app.allocateId };
    const changed = parseChangedField(here, entry, { current: found.field, source });
    fields = replaceField(fields, changed);
  }
  checkCodes(place, fields);
  const settings = renameInSettings({ ...app.settings, fields }, renamedCodes(app.settings.fields, fields));
  return { ...settings, layout: addToLayout(settings.layout, tablesOf(settings.fields)) };
}

function replaceField(fields: readonly StoredField[], changed: StoredField): readonly StoredField[] {
  return fields.map((field) => {
    if (field.id === changed.id) {
      return changed;
    }
    return field.fields === undefined ? field : { ...field, fields: replaceField(field.fields, changed) };
  });
}

/** Old code → new code of the fields whose code differs between two forms. */
export function renamedCodes(
  before: readonly StoredField[],
  after: readonly StoredField[],
): ReadonlyMap<string, string> {
  const now = new Map(allFields(after).map((field) => [field.id, field.code]));
  const changed = allFields(before).flatMap((field) => {
    const code = now.get(field.id);
    return code === undefined || code === field.code ? [] : [[field.code, code] as const];
  });
  return new Map(changed);
}

function tablesOf(fields: readonly StoredField[]): readonly StoredField[] {
  return fields.filter((field) => field.type === "SUBTABLE");
}
