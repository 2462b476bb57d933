import type { CellField, FieldDeclaration, LookupField } from "../schema/field-declaration.ts";
import type { RecordOf, RecordShape } from "../schema/record-of.ts";

export type RestRecord = Record<string, { value: unknown }>;

/**
 * Turns plain values into the record that kintone's REST API takes: only the given fields, table rows with the ids
 * they have. An empty radio button is left out, because kintone knows no way to clear one.
 */
export function toRestRecord<Schema extends RecordShape>(
  schema: Schema,
  partial: Partial<RecordOf<Schema>>,
): RestRecord {
  const record: RestRecord = {};
  for (const [code, value] of Object.entries<unknown>(partial)) {
    const field: FieldDeclaration | undefined = Object.hasOwn(schema.fields, code) ? schema.fields[code] : undefined;
    if (field === undefined || field.type === "REFERENCE_TABLE" || value === undefined) {
      continue;
    }
    if (field.type === "SUBTABLE") {
      record[code] = { value: trustAsRows(value).map((row) => toRestRow(field.fields, row)) };
    } else if (!(field.type === "RADIO_BUTTON" && value === "")) {
      record[code] = { value: toRestValue(field, value) };
    }
  }
  return record;
}

function toRestRow(
  cells: Readonly<Record<string, CellField>>,
  { id, ...values }: PlainRow,
): { id?: string; value: RestRecord } {
  const value: RestRecord = {};
  for (const [code, field] of Object.entries(cells)) {
    const plain = values[code];
    if (plain !== undefined && !(field.type === "RADIO_BUTTON" && plain === "")) {
      value[code] = { value: toRestValue(field, plain) };
    }
  }
  return id === null || id === undefined ? { value } : { id, value };
}

function toRestValue(field: CellField | LookupField, value: unknown): unknown {
  if (field.type === "DATE" || field.type === "DROP_DOWN") {
    return value === "" ? null : value;
  }
  if (field.type === "FILE") {
    return trustAsRows(value).map(({ fileKey }) => ({ fileKey }));
  }
  if (field.type === "USER_SELECT" || field.type === "ORGANIZATION_SELECT" || field.type === "GROUP_SELECT") {
    return trustAsRows(value).map(({ code }) => ({ code }));
  }
  return value;
}

type PlainRow = { readonly id?: string | null } & Readonly<Record<string, unknown>>;

/** `partial` is typed by the schema whose field says that this value is a list of objects; TypeScript cannot follow it. */
function trustAsRows(value: unknown): readonly PlainRow[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return value as readonly PlainRow[];
}
