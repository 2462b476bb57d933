import { isCalculated } from "../../../formula/formula-fields.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { readLookup } from "../field/field-settings.ts";
import { readFiles, readPrincipals } from "../field/read-value.ts";
import { copiedCodes, findCategoryField, isEnterable, isFillableTable } from "./field-kinds.ts";
import { isSameValue, readRows } from "./form-record.ts";
import type { FormRecord, FormRow } from "./form-record.ts";
import { isSameInput } from "./is-same-input.ts";

export type Payload = Record<string, { value: unknown }>;

/** The body of `POST record.json`: every field that people fill, also the empty ones, so that defaults stay cleared. */
export function buildAddPayload(fields: readonly StoredField[], record: FormRecord): Payload {
  const copied = copiedCodes(fields);
  return toPayload(
    fields.filter((field) => isWritten(field, copied) && field.code in record.values),
    record,
  );
}

/** The body of `PUT record.json`: only what differs from the record as it was loaded. */
export function buildUpdatePayload(fields: readonly StoredField[], loaded: FormRecord, record: FormRecord): Payload {
  const copied = copiedCodes(fields);
  return toPayload(
    fields.filter(
      (field) =>
        isWritten(field, copied) &&
        field.code in record.values &&
        (!isSameInput(field, loaded.values[field.code], record.values[field.code]) || isRefetched(field, record)),
    ),
    record,
  );
}

/** The categories, where others were chosen than the record has. */
export function buildCategoryPayload(
  fields: readonly StoredField[],
  loaded: FormRecord | null,
  record: FormRecord,
): Payload {
  const field = findCategoryField(fields);
  if (field === null || field.locked === true || !(field.code in record.values)) {
    return {};
  }
  const value = record.values[field.code];
  return isSameValue(value, loaded?.values[field.code]) ? {} : { [field.code]: { value } };
}

function toPayload(fields: readonly StoredField[], record: FormRecord): Payload {
  return Object.fromEntries(
    fields.map((field) => [
      field.code,
      {
        value:
          field.type === "SUBTABLE"
            ? writtenRows(record, field).map((row) => ({
                ...(row.id === null ? {} : { id: row.id }),
                value: toPayload(
                  (field.fields ?? []).filter((inner) => isWritten(inner, copiedCodes(field.fields ?? []))),
                  { ...record, values: row.values },
                ),
              }))
            : toWritten(field, record.values[field.code]),
      },
    ]),
  );
}

/** The rows that are sent. The form offers an empty first row; leaving it alone is not entering it. */
export function writtenRows(record: FormRecord, table: StoredField): FormRow[] {
  const calculated = new Set((table.fields ?? []).filter(isCalculated).map(({ code }) => code));
  return readRows(record, table.code).filter(
    (row) =>
      row.id !== null ||
      Object.entries(row.values).some(([code, value]) => !calculated.has(code) && !isSameValue(value, "")),
  );
}

/** Copied fields are the server's to fill (fact sheet §7.2). */
function isWritten(field: StoredField, copied: ReadonlySet<string>): boolean {
  return isFillableTable(field) || (isEnterable(field) && !copied.has(field.code));
}

/** Fetching the same key again copies what has changed over there. */
function isRefetched(field: StoredField, record: FormRecord): boolean {
  return readLookup(field) !== null && record.lookups[field.code]?.confirmed === true;
}

function toWritten(field: StoredField, value: unknown): unknown {
  switch (field.type) {
    case "FILE":
      return readFiles(value).map(({ fileKey }) => ({ fileKey }));
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return readPrincipals(value).map(({ code }) => ({ code }));
    case "DROP_DOWN":
    case "RADIO_BUTTON":
      return value === "" || value === undefined ? null : value;
    default:
      return value ?? "";
  }
}
