import { calculateValues, type FormulaSource } from "../formula/calculate-values.ts";
import { compileFormulas } from "../formula/compile-formulas.ts";
import { readRows } from "../query/query-value.ts";
import type { AppSettings, StoredField } from "../store/app-settings.ts";
import type { FieldValue, FieldValues, StoredRecord, TableRow } from "../store/stored-record.ts";
import type { Store } from "../store/store.ts";

/** Who made and changed the record, and when; formulas may use it. */
export type RecordStamps = Pick<StoredRecord, "createdAt" | "creator" | "modifiedAt" | "modifier">;

/**
 * The values of a record with all its formulas calculated. It happens when a record is written and at no other time: the official
 * site says that a calculated field added later stays empty in stored records until they are saved again (developer.cybozu.io
 * 201883830), and the same is assumed of a formula that was changed, and of a status that moves.
 */
export function fillCalculated(
  store: Store,
  settings: AppSettings,
  { values, stamps }: { readonly values: FieldValues; readonly stamps: RecordStamps },
): FieldValues {
  const { fields } = settings;
  if (compileFormulas(fields).formulas.length === 0) {
    return values;
  }
  const rowsOf = (table: StoredField): readonly TableRow[] => readRows({ values }, table.id);
  const source: FormulaSource = {
    read: (field) => readStamp(store, field, stamps) ?? toRaw(values[field.id]),
    rows: (table) => rowsOf(table).map((row) => (field) => toRaw(row.values[field.id])),
  };
  const { numberPrecision } = settings.general;
  const { top, rows } = calculateValues({ fields, numberPrecision }, source);
  const filled: Record<number, FieldValue> = { ...values, ...Object.fromEntries(top) };
  for (const table of fields.filter((field) => field.type === "SUBTABLE")) {
    const calculated = rows.get(table.id) ?? [];
    if (calculated.some((row) => row.size > 0)) {
      filled[table.id] = rowsOf(table).map((row, index) => ({
        ...row,
        values: { ...row.values, ...Object.fromEntries(calculated[index] ?? []) },
      }));
    }
  }
  return filled;
}

function readStamp(store: Store, { type }: StoredField, stamps: RecordStamps): string | null {
  switch (type) {
    case "CREATED_TIME":
      return stamps.createdAt;
    case "UPDATED_TIME":
      return stamps.modifiedAt;
    // That a person counts as their display name is a guess; kintone help says only that it is a text.
    case "CREATOR":
      return store.users.find(stamps.creator)?.name ?? stamps.creator;
    case "MODIFIER":
      return store.users.find(stamps.modifier)?.name ?? stamps.modifier;
    default:
      return null;
  }
}

function toRaw(value: FieldValue | undefined): string | readonly string[] {
  if (value === undefined || typeof value === "string") {
    return value ?? "";
  }
  return value.filter((item) => typeof item === "string");
}
