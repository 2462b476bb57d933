import { compileFormulas } from "../../formula/compile-formulas.ts";
import { PlatformError } from "../../platform-error.ts";
import { allFields, findAnyField } from "../../settings/find-field.ts";
import { toLookup } from "../../settings/read-lookup.ts";
import { toReferenceTable } from "../../settings/read-reference-table.ts";
import type { StoredField } from "../../store/app-settings.ts";
import type { StoredApp } from "../../store/app-store.ts";
import type { Store } from "../../store/store.ts";

/** What one lookup or related-records list reads from another app. */
type Reference = { readonly appId: number; readonly key: string | null; readonly codes: readonly string[] };

/**
 * Refuses a deploy after which a reference would lead nowhere: to an app that is not live and not among those being deployed
 * (GAIA_AP01), to a field that is not there (GAIA_FC01), to a lookup key that may repeat (GAIA_LO03, measured to come from the deploy
 * call itself), or from another app to a field that goes away with this deploy (GAIA_LO02).
 */
export function checkDeploy(store: Store, apps: readonly StoredApp[]): void {
  const batch = new Map(apps.map((app) => [app.id, app]));
  for (const app of apps) {
    checkFormulas(app.preview.fields);
    for (const reference of referencesOf(app.preview.fields)) {
      checkReference(reference, batch.get(reference.appId) ?? store.apps.find(reference.appId), batch);
    }
  }
  for (const other of store.apps.list().filter((app) => !batch.has(app.id) && app.live !== null)) {
    for (const reference of referencesOf(other.live?.fields ?? [])) {
      const target = batch.get(reference.appId);
      if (target !== undefined) {
        checkStillThere(reference, target);
      }
    }
  }
}

/**
 * A formula that cannot be used refuses the deploy with the first reason: measured to come at the deploy and not when the field is
 * added or changed; that the call itself answers rather than a later FAIL is the fact sheet's reading (§13).
 */
function checkFormulas(fields: readonly StoredField[]): void {
  const [first] = compileFormulas(fields).faults;
  if (first !== undefined) {
    const { label } = first.field.property;
    throw new PlatformError("GAIA_IL01", {
      field: typeof label === "string" && label !== "" ? label : first.field.code,
      reason: first.fault.reason,
    });
  }
}

function referencesOf(fields: readonly StoredField[]): readonly Reference[] {
  return allFields(fields).flatMap(({ property }): readonly Reference[] => {
    const lookup = toLookup(property["lookup"]);
    if (lookup !== null) {
      const codes = lookup.fieldMappings.map(({ relatedField }) => relatedField);
      return [{ appId: Number(lookup.relatedApp.app), key: lookup.relatedKeyField, codes }];
    }
    const table = toReferenceTable(property["referenceTable"]);
    return table === null
      ? []
      : [
          {
            appId: Number(table.relatedApp.app),
            key: null,
            codes: [table.condition.relatedField, ...table.displayFields],
          },
        ];
  });
}

function checkReference(
  { appId, key, codes }: Reference,
  target: StoredApp | null,
  batch: ReadonlyMap<number, StoredApp>,
): void {
  const settings = target && batch.has(appId) ? target.preview : (target?.live ?? null);
  if (target === null || settings === null) {
    throw new PlatformError("GAIA_AP01", { id: appId });
  }
  for (const code of key === null ? codes : [key, ...codes]) {
    const field = findInCopy(settings.fields, code, target);
    if (field === null) {
      throw new PlatformError("GAIA_FC01", { code });
    }
    if (code === key && !isLookupKey(field)) {
      throw new PlatformError("GAIA_LO03", { field: code });
    }
  }
}

/** A code that was renamed in the same deploy is found by the field's number. */
function findInCopy(fields: readonly StoredField[], code: string, target: StoredApp): StoredField | null {
  const byCode = findAnyField(fields, code)?.field;
  if (byCode !== undefined) {
    return byCode;
  }
  const before = findAnyField(target.live?.fields ?? [], code)?.field;
  return (before && allFields(fields).find((field) => field.id === before.id)) ?? null;
}

function checkStillThere({ key, codes }: Reference, target: StoredApp): void {
  for (const code of key === null ? codes : [key, ...codes]) {
    const field = findInCopy(target.preview.fields, code, target);
    if (field === null) {
      throw new PlatformError("GAIA_LO02", { code });
    }
    if (code === key && !isLookupKey(field)) {
      throw new PlatformError("GAIA_LO03", { field: code });
    }
  }
}

function isLookupKey(field: StoredField): boolean {
  return field.type === "RECORD_NUMBER" || field.property["unique"] === true;
}
