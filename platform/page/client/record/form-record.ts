import type { StoredField } from "../../../store/app-settings.ts";

/** One row of a table while it is edited. `key` is the page's own name for it; `id` comes from the server. */
export type FormRow = {
  readonly key: string;
  readonly id: string | null;
  readonly values: Readonly<Record<string, unknown>>;
};

export type LookupState = { readonly confirmed: boolean; readonly recordId: string | null };

/** A record as the form holds it: values in REST form, tables as rows with keys. */
export type FormRecord = {
  readonly id: string | null;
  readonly revision: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  /** Only of lookup keys that were fetched or typed on this page; by path key. */
  readonly lookups: Readonly<Record<string, LookupState>>;
};

/** Where a value is: in a field, or in one cell of a table. */
export type FieldPath = { readonly code: string; readonly table?: string; readonly rowKey?: string };

/** A path as the key of a map. */
export function toPathKey(path: FieldPath): string {
  return path.table === undefined ? path.code : `${path.table}/${path.rowKey ?? ""}/${path.code}`;
}

let lastRow = 0;

/** A key for a row that is new on this page. */
export function createRowKey(): string {
  lastRow += 1;
  return `row-${lastRow}`;
}

/** The rows of a table; a value that is no table has none. */
export function readRows(record: FormRecord, table: string): readonly FormRow[] {
  const rows = record.values[table];
  return Array.isArray(rows) ? rows.filter(isRow) : [];
}

// Only this module's own rows are told apart: REST rows have `value`, form rows have `key` and `values`.
function isRow(row: unknown): row is FormRow {
  return typeof row === "object" && row !== null && "key" in row && "values" in row;
}

/** The value at a path. */
export function readAt(record: FormRecord, path: FieldPath): unknown {
  return path.table === undefined
    ? record.values[path.code]
    : readRows(record, path.table).find((row) => row.key === path.rowKey)?.values[path.code];
}

/** The record with another value at a path. */
export function writeAt(record: FormRecord, path: FieldPath, value: unknown): FormRecord {
  if (path.table === undefined) {
    return { ...record, values: { ...record.values, [path.code]: value } };
  }
  const rows = readRows(record, path.table).map((row) =>
    row.key === path.rowKey ? { ...row, values: { ...row.values, [path.code]: value } } : row,
  );
  return writeRows(record, path.table, rows);
}

/** The record with other rows in a table. */
export function writeRows(record: FormRecord, table: string, rows: readonly FormRow[]): FormRecord {
  return { ...record, values: { ...record.values, [table]: rows } };
}

/** The record with the state of one lookup. */
export function writeLookup(record: FormRecord, path: FieldPath, state: LookupState): FormRecord {
  return { ...record, lookups: { ...record.lookups, [toPathKey(path)]: state } };
}

/** Whether two values are the same to a reader: `""`, `null`, `undefined` and `[]` are all empty. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(toComparable(one)) === JSON.stringify(toComparable(other));
}

function toComparable(value: unknown): unknown {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return "";
  }
  if (!Array.isArray(value)) {
    return typeof value === "number" ? String(value) : value;
  }
  return value.map((item: unknown) => {
    if (isRow(item)) {
      return { id: item.id, values: Object.entries(item.values).map(([code, cell]) => [code, toComparable(cell)]) };
    }
    // Names may change without the choice changing.
    return typeof item === "object" && item !== null && "code" in item ? item.code : item;
  });
}

/** Every field that can stand in a record by its code, table columns not included. */
export function fieldsByCode(fields: readonly StoredField[]): ReadonlyMap<string, StoredField> {
  return new Map(fields.map((field) => [field.code, field]));
}

/** The field at a path. */
export function fieldAt(fields: ReadonlyMap<string, StoredField>, path: FieldPath): StoredField | undefined {
  return path.table === undefined
    ? fields.get(path.code)
    : fields.get(path.table)?.fields?.find((field) => field.code === path.code);
}

/** Whether one of the fields, or of their tables' columns, has this code. */
export function hasCode(fields: readonly StoredField[], code: string): boolean {
  return fields.some((field) => field.code === code || field.fields?.some((inner) => inner.code === code) === true);
}
