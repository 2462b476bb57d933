import { isParams, readOwn, toParams } from "../api/params.ts";
import type { StoredField } from "../store/app-settings.ts";
import type { FieldValue, FieldValues, TableRow } from "../store/stored-record.ts";
import { checkValue } from "./check-value.ts";
import { toDefaultValue } from "./default-value.ts";
import { fillLookups } from "./fill-lookups.ts";
import { toList } from "./parse-list.ts";
import { toText } from "./parse-scalar.ts";
import { isWritable, parseValue } from "./parse-value.ts";
import type { ParseContext } from "./parse-value.ts";
import { toInnerPlace } from "./write-scope.ts";
import type { ValuePlace } from "./write-scope.ts";

/**
 * The rows that were sent (fact sheet §5.5): a row with the id of one of this table's rows keeps that id, and fields
 * missing in it keep their values; every other row is new. Rows that are not listed are gone.
 */
export function parseTable(
  raw: unknown,
  table: StoredField,
  place: ValuePlace,
  context: ParseContext & { readonly rows: readonly TableRow[]; readonly copied: ReadonlySet<string> },
): readonly TableRow[] {
  const existing = new Map(context.rows.map((row) => [String(row.id), row]));
  return toList(raw).map((item, index) => {
    const row = toParams(item);
    const id = toText(row["id"]);
    const base = existing.get(id) ?? null;
    // The same id twice would make two rows one; the second is a new row.
    existing.delete(id);
    return {
      id: base?.id ?? context.scope.store.records.nextRowId(),
      values: parseRow(isParams(row["value"]) ? row["value"] : {}, table, { ...context, place, index, base }),
    };
  });
}

type RowContext = ParseContext & {
  readonly place: ValuePlace;
  readonly index: number;
  readonly base: TableRow | null;
  readonly copied: ReadonlySet<string>;
};

function parseRow(sent: Readonly<Record<string, unknown>>, table: StoredField, context: RowContext): FieldValues {
  const { scope, base } = context;
  const values: Record<number, FieldValue> = {};
  const sentCodes = new Set<string>();
  const fields = (table.fields ?? []).filter(isWritable);
  for (const field of fields) {
    const place = toInnerPlace(context.place, context.index, field.code);
    const raw = readOwn(sent, field.code);
    const isSent = isParams(raw) && raw["value"] !== undefined && !context.copied.has(field.code);
    const value = isSent
      ? parseValue(raw["value"], field, place, { ...context, before: base?.values[field.id] })
      : base
        ? base.values[field.id]
        : toDefaultValue(field, place, scope);
    if (value !== undefined) {
      values[field.id] = value;
    }
    if (isSent) {
      sentCodes.add(field.code);
    }
  }
  const filled = fillLookups(scope, fields, values, { sentCodes, isNew: base === null });
  for (const field of fields) {
    const place = toInnerPlace(context.place, context.index, field.code);
    checkValue(field, filled[field.id], place, { sent: sentCodes.has(field.code) });
  }
  return filled;
}
