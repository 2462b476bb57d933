import type { StoredField } from "../store/app-settings.ts";
import type { FieldValue, FieldValues, StoredRecord, TableRow } from "../store/stored-record.ts";

/**
 * A record as a query may see it for someone: values of fields that are hidden in this record are empty. Filters and orders then
 * tell nothing of them but that they are hidden.
 */
export function maskRecord(
  record: StoredRecord,
  fields: readonly StoredField[],
  isHidden: (code: string) => boolean,
): StoredRecord {
  const hidden = fields.filter(({ code }) => isHidden(code));
  const innerHidden = new Set(
    fields.flatMap((field) => field.fields ?? []).flatMap(({ id, code }) => (isHidden(code) ? [id] : [])),
  );
  if (hidden.length === 0 && innerHidden.size === 0) {
    return record;
  }
  const gone = new Set([...hidden.map(({ id }) => id), ...innerHidden]);
  const types = new Set(hidden.map(({ type }) => type));
  return {
    ...record,
    values: withoutValues(record.values, gone),
    ...(types.has("CREATOR") && { creator: "" }),
    ...(types.has("MODIFIER") && { modifier: "" }),
    ...(types.has("CREATED_TIME") && { createdAt: "" }),
    ...(types.has("UPDATED_TIME") && { modifiedAt: "" }),
  };
}

function withoutValues(values: FieldValues, gone: ReadonlySet<number>): FieldValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]: [string, FieldValue]) =>
      gone.has(Number(key)) ? [] : [[key, withoutCells(value, gone)] as const],
    ),
  );
}

function withoutCells(value: FieldValue, gone: ReadonlySet<number>): FieldValue {
  return isRows(value) ? value.map((row) => ({ ...row, values: withoutValues(row.values, gone) })) : value;
}

function isRows(value: FieldValue): value is readonly TableRow[] {
  return typeof value !== "string" && value.some((item) => typeof item === "object" && "values" in item);
}
