import { isCalculated } from "../../../formula/formula-fields.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { isSameValue } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

/**
 * Whether people entered the same into a field twice. Calculated columns of a table are left out: they change with fields outside the
 * table, and rows that someone only looked at must not count as theirs.
 */
export function isSameInput(field: StoredField | undefined, one: unknown, other: unknown): boolean {
  const calculated = (field?.fields ?? []).filter(isCalculated).map(({ code }) => code);
  return calculated.length === 0
    ? isSameValue(one, other)
    : isSameValue(withoutColumns(one, calculated), withoutColumns(other, calculated));
}

function withoutColumns(rows: unknown, codes: readonly string[]): unknown {
  if (!Array.isArray(rows)) {
    return rows;
  }
  return rows.map((row: unknown) => {
    const { values, ...rest } = toObject(row);
    const kept = Object.entries(toObject(values)).filter(([code]) => !codes.includes(code));
    return { ...rest, values: Object.fromEntries(kept) };
  });
}
