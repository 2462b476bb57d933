import { isParams, readOwn } from "../api/params.ts";
import { PlatformError } from "../platform-error.ts";
import { readRows } from "../query/query-value.ts";
import type { StoredField } from "../store/app-settings.ts";
import { noCategories } from "../store/category-settings.ts";
import type { FieldValue, FieldValues, StoredRecord } from "../store/stored-record.ts";
import { toAppFields } from "./app-fields.ts";
import { listAttachedFiles } from "./attached-files.ts";
import { checkValue } from "./check-value.ts";
import { toDefaultValue } from "./default-value.ts";
import { hasFlag } from "./field-property.ts";
import { parseCategories } from "./parse-list.ts";
import { createFaultList } from "./fault-list.ts";
import { fillCalculated, type RecordStamps } from "./fill-calculated.ts";
import { fillLookups } from "./fill-lookups.ts";
import { parseTable } from "./parse-table.ts";
import { isWritable, parseValue } from "./parse-value.ts";
import { checkUniqueValues } from "./unique-values.ts";
import { toPlace } from "./write-scope.ts";
import type { ValuePlace, WriteScope } from "./write-scope.ts";

export type SentRecord = Readonly<Record<string, unknown>>;

export type BuildTarget = {
  /** Null = a new record. */
  readonly base: StoredRecord | null;
  /** `record` or `records[0]`: how the keys below `errors` begin. */
  readonly prefix: string;
  readonly stamps: RecordStamps;
};

/**
 * The values of a record after a write: sent ones parsed, missing ones defaulted (new record) or kept, lookups copied,
 * formulas calculated and the merged record checked. Throws CB_VA01 with all faults together.
 */
export function buildValues(scope: WriteScope, sent: SentRecord, { base, prefix, stamps }: BuildTarget): FieldValues {
  const { settings } = scope.app;
  const { copied } = toAppFields(settings);
  const faults = createFaultList();
  const context = { scope, held: listAttachedFiles(settings, base) };
  const values: Record<number, FieldValue> = {};
  const sentCodes = new Set<string>();
  for (const field of settings.fields) {
    refuseUnwritable(field, readOwn(sent, field.code), scope);
    const place = toPlace(prefix, field.code, faults);
    const raw = copied.has(field.code) ? undefined : readSent(readOwn(sent, field.code));
    const value =
      raw === undefined
        ? keepOrDefault(field, base, place, scope)
        : field.type === "SUBTABLE"
          ? parseTable(raw, field, place, { ...context, rows: base ? readRows(base, field.id) : [], copied })
          : parseWritable(raw, field, place, { ...context, before: base?.values[field.id] });
    if (value !== undefined) {
      values[field.id] = value;
    }
    if (raw !== undefined) {
      sentCodes.add(field.code);
    }
  }
  const copies = fillLookups(scope, settings.fields, values, { sentCodes, isNew: base === null });
  const filled = fillCalculated(scope.store, settings, { values: copies, stamps });
  for (const field of settings.fields.filter(isWritable)) {
    checkValue(field, filled[field.id], toPlace(prefix, field.code, faults), { sent: sentCodes.has(field.code) });
  }
  checkUniqueValues(scope.store, scope.app, filled, { recordId: base?.id ?? null, prefix, faults });
  faults.throwIfAny();
  return filled;
}

/** The internal names of types that kintone refuses to write (fact sheet §5.2). */
const refusedTypes: Readonly<Record<string, string>> = {
  RECORD_NUMBER: "RECORD_ID",
  CREATOR: "CREATOR",
  CREATED_TIME: "CREATED_AT",
  MODIFIER: "MODIFIER",
  UPDATED_TIME: "MODIFIED_AT",
  STATUS: "STATUS",
  STATUS_ASSIGNEE: "STATUS_ASSIGNEE",
  GROUP: "GROUP",
};

function refuseUnwritable(field: StoredField, sent: unknown, scope: WriteScope): void {
  if (sent === undefined) {
    return;
  }
  const refused = refusedTypes[field.type];
  if (refused !== undefined) {
    throw new PlatformError("GAIA_UN10", { type: refused });
  }
  if (field.type === "CATEGORY" && !(scope.setsCategories === true && hasFlag(field, "enabled"))) {
    throw new PlatformError("GA_UO01");
  }
  if (field.type === "REFERENCE_TABLE") {
    throw new PlatformError("CB_IJ01");
  }
}

/** Undefined when the key or its `value` is missing; a field that is no object is of a wrong JSON type. */
function readSent(sent: unknown): unknown {
  if (sent === undefined) {
    return undefined;
  }
  if (!isParams(sent)) {
    throw new PlatformError("CB_IJ01");
  }
  return sent["value"];
}

function keepOrDefault(
  field: StoredField,
  base: StoredRecord | null,
  place: ValuePlace,
  scope: WriteScope,
): FieldValue | undefined {
  return base ? base.values[field.id] : toDefaultValue(field, place, scope);
}

/** Values for types that are computed, like CALC, are passed over. */
function parseWritable(
  raw: unknown,
  field: StoredField,
  place: ValuePlace,
  context: Parameters<typeof parseValue>[3],
): FieldValue | undefined {
  if (field.type === "CATEGORY") {
    return parseCategories(raw, place, context.scope.app.settings.categories ?? noCategories);
  }
  return isWritable(field) ? parseValue(raw, field, place, context) : undefined;
}
