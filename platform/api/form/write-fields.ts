import { checkReferences } from "../../settings/check-references.ts";
import { placeOf, placeOfNamed, type Place } from "../../settings/fault.ts";
import { allFields } from "../../settings/find-field.ts";
import { toLookup } from "../../settings/read-lookup.ts";
import { toReferenceTable } from "../../settings/read-reference-table.ts";
import type { AppSettings, StoredField } from "../../store/app-settings.ts";
import type { StoredApp } from "../../store/app-store.ts";
import { writeSettings } from "../app-access.ts";
import { createQueryChecks } from "../check-queries.ts";
import type { OperationContext } from "../operation.ts";

export type FieldEdit = (
  place: Place,
  raw: unknown,
  app: { readonly settings: AppSettings; readonly allocateId: () => number },
) => AppSettings;

/** What adding and changing fields have in common: the edit, then the references of the fields it touched. */
export function writeFields(context: OperationContext, edit: FieldEdit): { readonly revision: string } {
  const { revision } = writeSettings(context, (app, place) => {
    const properties = placeOf(place, "properties");
    const settings = edit(properties, context.params["properties"], {
      settings: app.preview,
      allocateId: () => context.store.apps.allocateId(app.id),
    });
    const changed = changedFields(app.preview, settings);
    checkReferences(properties, settings.fields, {
      relatedFields: (id) => relatedFields(context, id, { app, settings }),
      changed: new Set(changed.map((field) => field.id)),
    });
    for (const field of changed) {
      checkRelatedQueries(placeOfNamed(properties, field.code), field, (id) => {
        const related = relatedSettings(context, id, { app, settings });
        return related && createQueryChecks(context, related);
      });
    }
    return settings;
  });
  return { revision };
}

/**
 * The settings that a reference may name while it is being written: the other app's preview copy, so that apps which refer to each
 * other can be prepared together. Whether they are live is judged by the deploy.
 */
function relatedSettings(
  context: OperationContext,
  id: number,
  own: { readonly app: StoredApp; readonly settings: AppSettings },
): AppSettings | null {
  return id === own.app.id ? own.settings : (context.store.apps.find(id)?.preview ?? null);
}

/** A field whose code changed and is not deployed yet is known by both codes. */
function relatedFields(
  context: OperationContext,
  id: number,
  own: { readonly app: StoredApp; readonly settings: AppSettings },
): readonly StoredField[] | null {
  const related = relatedSettings(context, id, own);
  if (related === null) {
    return null;
  }
  const codes = new Set(related.fields.map((field) => field.code));
  const live = context.store.apps.find(id)?.live?.fields ?? [];
  return [...related.fields, ...live.filter((field) => !codes.has(field.code))];
}

function changedFields(before: AppSettings, after: AppSettings): readonly StoredField[] {
  const known = new Set(allFields(before.fields));
  return allFields(after.fields).filter((field) => !known.has(field));
}

function checkRelatedQueries(
  place: Place,
  field: StoredField,
  checksOf: (appId: number) => ReturnType<typeof createQueryChecks> | null,
): void {
  for (const [key, reference] of [
    ["lookup", toLookup(field.property["lookup"])],
    ["referenceTable", toReferenceTable(field.property["referenceTable"])],
  ] as const) {
    const checks = reference === null ? null : checksOf(Number(reference.relatedApp.app));
    if (reference !== null && checks !== null) {
      const here = placeOf(place, key);
      checks.checkCondition(placeOf(here, "filterCond"), reference.filterCond);
      checks.checkSort(placeOf(here, "sort"), reference.sort);
    }
  }
}
