import type { StoredField } from "../../../store/app-settings.ts";
import type { RecordObject } from "../kintone/page-state.ts";
import { hasValue, isSystemField } from "./field-kinds.ts";
import { isSameValue } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

/**
 * Why kintone would refuse a record that a customization hands in, in kintone's words (fact sheet §3.7, measured), or
 * `null`. One fault refuses the whole record; kintone shows it in a dialog and throws nothing.
 */
export function checkEventRecord(
  fields: ReadonlyMap<string, StoredField>,
  returned: unknown,
  present: RecordObject,
): string | null {
  for (const [code, raw] of Object.entries(toObject(returned))) {
    const fault = code.startsWith("$") ? null : checkEntry({ fields, code, entry: toObject(raw), present });
    if (fault !== null) {
      return fault;
    }
  }
  return null;
}

type Parts = {
  readonly fields: ReadonlyMap<string, StoredField>;
  readonly code: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly present: RecordObject;
};

function checkEntry({ fields, code, entry, present }: Parts): string | null {
  const place = `event.record['${code}']`;
  const field = fields.get(code);
  if (field !== undefined && isSystemField(field)) {
    return null;
  }
  if (field === undefined || !hasValue(field)) {
    return `${place} が不正です。`;
  }
  if (typeof entry["type"] !== "string" || entry["type"] !== field.type) {
    return `${place}.type が不正です。`;
  }
  if (!("value" in entry)) {
    return `${place}.value が不正です。`;
  }
  if (field.type === "CATEGORY" && !isSameValue(entry["value"], present[code]?.value)) {
    return `${place}.value が不正です。`;
  }
  return isArrayValue(field) && !isMissing(entry["value"])
    ? checkList({ field, value: entry["value"], place })
    : checkScalar(entry["value"], place);
}

function checkList({ field, value, place }: { field: StoredField; value: unknown; place: string }): string | null {
  if (!Array.isArray(value)) {
    return `${place}.value が不正です。`;
  }
  if (field.type !== "SUBTABLE") {
    return null;
  }
  for (const [index, row] of value.entries()) {
    const cells = toObject(toObject(row)["value"]);
    for (const inner of field.fields ?? []) {
      const cell = toObject(cells[inner.code]);
      if (typeof cell["type"] !== "string" || !("value" in cell)) {
        return `${place}.value[${index}]['${inner.code}'] is invalid.`;
      }
    }
  }
  return null;
}

function checkScalar(value: unknown, place: string): string | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? `${place}.value が不正です。` : null;
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined;
}

function isArrayValue(field: StoredField): boolean {
  return ["SUBTABLE", "CHECK_BOX", "MULTI_SELECT", "USER_SELECT", "ORGANIZATION_SELECT", "GROUP_SELECT"].includes(
    field.type,
  );
}
