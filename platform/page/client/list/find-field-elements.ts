import type { StoredField } from "../../../store/app-settings.ts";

/** One cell for each row that is shown; `null` for a column that is not shown and for tables (fact sheet §4.1). */
export function findFieldElements(
  root: HTMLElement | null,
  columns: readonly StoredField[],
  code: string,
): HTMLElement[] | null {
  const field = columns.find((column) => column.code === code);
  if (field === undefined || field.type === "SUBTABLE") {
    return null;
  }
  return [...(root?.querySelectorAll<HTMLElement>(`.recordlist-gaia tbody > tr > td.value-${field.id}`) ?? [])];
}
