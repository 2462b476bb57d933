import type { StoredField } from "../../../store/app-settings.ts";
import { readText } from "../field/read-value.ts";
import { emptyValueOf, hasValue, isSystemField } from "./field-kinds.ts";
import { createRowKey } from "./form-record.ts";
import type { FormRecord, FormRow } from "./form-record.ts";

/** A record from `GET record.json` as the form holds it; keys that are missing count as empty. */
export function readRestRecord(fields: readonly StoredField[], raw: unknown): FormRecord {
  const record = toObject(raw);
  const values: Record<string, unknown> = {};
  for (const field of fields.filter(hasValue)) {
    const entry = toObject(record[field.code]);
    // Status, assignee and category are in a record only while the feature is on.
    if ("value" in entry || !(isSystemField(field) || field.type === "CATEGORY")) {
      values[field.code] = field.type === "SUBTABLE" ? readRestRows(field, entry["value"]) : readEntry(field, entry);
    }
  }
  return {
    id: readText(toObject(record["$id"])["value"]) || null,
    revision: readText(toObject(record["$revision"])["value"]) || null,
    values,
    lookups: {},
  };
}

/** Rows of a table as REST and the JavaScript API carry them. */
function readRestRows(table: StoredField, raw: unknown): FormRow[] {
  return (Array.isArray(raw) ? raw : []).map((item: unknown) => {
    const row = toObject(item);
    const cells = toObject(row["value"]);
    return {
      key: createRowKey(),
      id: readText(row["id"]) || null,
      values: Object.fromEntries(
        (table.fields ?? []).map((field) => [field.code, readEntry(field, toObject(cells[field.code]))]),
      ),
    };
  });
}

/** The same record as a new one: no id, rows and attachments included but not theirs. */
export function toDuplicate(fields: readonly StoredField[], record: FormRecord): FormRecord {
  const values = Object.fromEntries(
    fields
      .filter((field) => field.code in record.values && !isSystemField(field))
      .map((field) => [field.code, duplicateValue(field, record.values[field.code])]),
  );
  return { id: null, revision: null, values, lookups: {} };
}

// The key of an attachment inside a record cannot be attached to another record (fact sheet §5.6).
function duplicateValue(field: StoredField, value: unknown): unknown {
  if (field.type === "FILE") {
    return [];
  }
  if (field.type !== "SUBTABLE" || !Array.isArray(value)) {
    return value;
  }
  return value.map((row: FormRow) => ({
    key: createRowKey(),
    id: null,
    values: Object.fromEntries(
      (field.fields ?? []).map((inner) => [inner.code, duplicateValue(inner, row.values[inner.code])]),
    ),
  }));
}

function readEntry(field: StoredField, entry: Readonly<Record<string, unknown>>): unknown {
  return entry["value"] ?? emptyValueOf(field);
}

/** Any object as a plain record, `{}` for what is none; not a copy, for a list asks for thousands. */
export function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
