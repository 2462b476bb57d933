import { isUnique } from "../../record/unique-values.ts";
import type { StoredApp } from "../../store/app-store.ts";
import type { Store } from "../../store/store.ts";

/**
 * Codes of the fields that the deploy makes unique while stored records repeat their values: such a deploy ends in FAIL (fact sheet
 * §8.2, existing data).
 */
export function findDuplicates(store: Store, app: StoredApp): readonly string[] {
  const wasUnique = new Set((app.live?.fields ?? []).filter(isUnique).map((field) => field.id));
  return app.preview.fields
    .filter((field) => isUnique(field) && !wasUnique.has(field.id) && hasRepeatedValue(store, app.id, field.id))
    .map((field) => field.code);
}

function hasRepeatedValue(store: Store, appId: number, fieldId: number): boolean {
  const seen = new Set<string>();
  for (const record of store.records.all(appId).values()) {
    const value = record.values[fieldId];
    if (typeof value === "string" && value !== "") {
      if (seen.has(value)) {
        return true;
      }
      seen.add(value);
    }
  }
  return false;
}
