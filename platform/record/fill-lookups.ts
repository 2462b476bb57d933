import { openRelated } from "../permission/open-scope.ts";
import { PlatformError } from "../platform-error.ts";
import { readQueryValue } from "../query/query-value.ts";
import type { StoredField } from "../store/app-settings.ts";
import type { FieldValue, FieldValues, StoredRecord } from "../store/stored-record.ts";
import type { Store } from "../store/store.ts";
import { parseDecimal } from "./decimal.ts";
import { toAppFields } from "./app-fields.ts";
import { readLookup } from "./field-property.ts";
import type { Lookup } from "./field-property.ts";
import { toQueryFields } from "./to-query-fields.ts";
import { findByUnique, isUnique } from "./unique-values.ts";
import type { LiveApp, WriteScope } from "./write-scope.ts";

/**
 * Copies what lookups name (fact sheet §7.2): a key that was sent is looked up anew, an empty one empties its copies, a
 * key that was not sent keeps them. No match refuses the whole call with GAIA_LO04. `fields` and `values` are those of a
 * record or of one row of a table.
 */
export function fillLookups(
  scope: WriteScope,
  fields: readonly StoredField[],
  values: FieldValues,
  { sentCodes, isNew }: { readonly sentCodes: ReadonlySet<string>; readonly isNew: boolean },
): FieldValues {
  const filled: Record<number, FieldValue> = { ...values };
  const byCode = new Map(fields.map((field) => [field.code, field]));
  for (const field of fields) {
    const lookup = readLookup(field);
    if (lookup && (isNew || sentCodes.has(field.code))) {
      const source = findSource(scope, field, lookup, values[field.id]);
      for (const mapping of lookup.mappings) {
        const target = byCode.get(mapping.field);
        if (target) {
          filled[target.id] = source ? toCopy(target, readSource(source, mapping.relatedField)) : "";
        }
      }
    }
  }
  return filled;
}

type Source = { readonly app: LiveApp; readonly record: StoredRecord };

/** Null: the key is empty. */
function findSource(scope: WriteScope, field: StoredField, lookup: Lookup, key: FieldValue | undefined): Source | null {
  if (typeof key !== "string" || key === "") {
    return null;
  }
  const source = openRelated(scope, lookup.appId);
  const record = source && findRecord(source.store, source.app, lookup, key);
  // What the caller may not see is not found: the message speaks of both (fact sheet §1.4).
  if (!source || !record || !mayCopy(source, lookup, record)) {
    throw new PlatformError("GAIA_LO04", { field: field.code, value: key });
  }
  return { app: source.app, record };
}

function mayCopy({ access }: WriteScope, { keyField, mappings }: Lookup, record: StoredRecord): boolean {
  const codes = [keyField, ...mappings.map(({ relatedField }) => relatedField)];
  return access.record(record).viewable && codes.every((code) => access.levelOf(code, record) !== "NONE");
}

function findRecord(store: Store, app: LiveApp, lookup: Lookup, key: string): StoredRecord | null {
  const keyField = toAppFields(app.settings).top.get(lookup.keyField);
  if (!keyField) {
    return null;
  }
  if (keyField.type === "RECORD_NUMBER") {
    return /^[1-9]\d{0,14}$/u.test(key) ? store.records.find(app.id, Number(key)) : null;
  }
  if (isUnique(keyField)) {
    const id = findByUnique(store, app, keyField, key);
    return id === null ? null : store.records.find(app.id, id);
  }
  // A key field that lost its uniqueness after the lookup was made: the newest record counts.
  return [...store.records.all(app.id).values()].findLast((record) => record.values[keyField.id] === key) ?? null;
}

/** A calculated date or time is no number, and a number field takes no other text. */
function toCopy(target: StoredField, value: FieldValue): FieldValue {
  return target.type === "NUMBER" && typeof value === "string" && parseDecimal(value) === null ? "" : value;
}

function readSource({ app, record }: Source, code: string): FieldValue {
  const field = toQueryFields(app.settings).get(code);
  if (!field || field.source.from === "table") {
    return "";
  }
  return readQueryValue(record, field.source, "") ?? "";
}
