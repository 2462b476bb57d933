import { toParams } from "../api/params.ts";
import { inputMessages } from "../messages.ts";
import { invalidParameter } from "../platform-error.ts";
import type { StoredField } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { toAppFields } from "./app-fields.ts";
import { parseDecimal, printDecimal } from "./decimal.ts";
import { toText } from "./parse-scalar.ts";
import { findByUnique, isUnique, longestUniqueText } from "./unique-values.ts";
import type { WriteScope } from "./write-scope.ts";

export type UpdateKey = { readonly field: StoredField; readonly value: string };

/** Reads `{field, value}`: a unique single-line text or number field (fact sheet §5.1). */
export function parseUpdateKey(scope: WriteScope, raw: unknown, path: string): UpdateKey {
  const { field: code, value } = toParams(raw);
  const field = toAppFields(scope.app.settings).top.get(toText(code));
  // A field that the caller does not see is none: whether a value is found would tell what it holds.
  if (
    !field ||
    scope.access.fields.hidden.has(field.code) ||
    !isUnique(field) ||
    (field.type !== "SINGLE_LINE_TEXT" && field.type !== "NUMBER")
  ) {
    throw invalidParameter(`${path}.field`, inputMessages.notUniqueKey);
  }
  const text = toText(value);
  if (text === "") {
    throw invalidParameter(`${path}.value`, inputMessages.parameterRequired);
  }
  if (text.length > longestUniqueText) {
    throw invalidParameter(`${path}.value`, inputMessages.tooLong, { limit: longestUniqueText + 1 });
  }
  const decimal = field.type === "NUMBER" ? parseDecimal(text) : null;
  return { field, value: decimal ? printDecimal(decimal) : text };
}

/** The record that holds the value; null = none that the caller sees with this field. */
export function findByUpdateKey({ store, app, access }: WriteScope, { field, value }: UpdateKey): StoredRecord | null {
  const id = findByUnique(store, app, field, value);
  const record = id === null ? null : store.records.find(app.id, id);
  return record && access.record(record).viewable && access.levelOf(field.code, record) !== "NONE" ? record : null;
}
