import type { StoredField } from "../../../store/app-settings.ts";
import { type CategorySettings, findCategory } from "../../../store/category-settings.ts";
import { findCategoryField } from "../record/field-kinds.ts";
import type { ListLocation } from "./list-location.ts";

/** A list with the condition that its category adds to the view's or the reader's own; records below the category count too (help). */
export function narrowToCategory(
  at: ListLocation,
  filterCond: string,
  app: { readonly fields: readonly StoredField[]; readonly categories?: CategorySettings } | undefined,
): ListLocation {
  const field = findCategoryField(app?.fields ?? []);
  const found = typeof at.category === "number" ? findCategory(app?.categories?.tree ?? [], at.category) : null;
  if (field === null || found === null) {
    return at;
  }
  const names = found.names.map((name) => `"${name.replaceAll(/["\\]/gu, String.raw`\$&`)}"`);
  const own = `${field.code} in (${names.join(", ")})`;
  const condition = at.condition ?? filterCond;
  return { ...at, condition: condition === "" ? own : `(${condition}) and ${own}` };
}
