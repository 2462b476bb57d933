import { toParams } from "../api/params.ts";
import { inputMessages } from "../messages.ts";
import { invalidParameter } from "../platform-error.ts";
import type { StoredField } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { toAppFields } from "./app-fields.ts";
import { parseDecimal, printDecimal } from "./decimal.ts";
import { toText } from "./parse-scalar.ts";
import { findByUnique, isUnique } from "./unique-values.ts";
import type { WriteScope } from "./write-scope.ts";

export type UpdateKey = { readonly field: StoredField; readonly value: string };

/** Reads `{field, value}`: a unique single-line text or number field (fact sheet §5.1). */
export function parseUpdateKey(scope: WriteScope, raw: unknown, path: string): UpdateKey {
  const { field: code, value } = toParams(raw);
  const field = toAppFields(scope.app.settings).top.get(toText(code));
  if (!field || !isUnique(field) || (field.type !== "SINGLE_LINE_TEXT" && field.type !== "NUMBER")) {
    throw invalidParameter(`${path}.field`, inputMessages.notUniqueKey);
  }
  const text = toText(value);
  if (text === "") {
    throw invalidParameter(`${path}.value`, inputMessages.parameterRequired);
  }
  const decimal = field.type === "NUMBER" ? parseDecimal(text) : null;
  return { field, value: decimal ? printDecimal(decimal) : text };
}

/** The record that holds the value; null = none. */
export function findByUpdateKey({ store, app }: WriteScope, { field, value }: UpdateKey): StoredRecord | null {
  const id = findByUnique(store, app, field, value);
  return id === null ? null : store.records.find(app.id, id);
}
