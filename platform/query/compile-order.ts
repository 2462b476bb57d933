import { invalidQuery } from "../platform-error.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { findField } from "./check-comparison.ts";
import type { SortKey } from "./query.ts";
import type { QueryContext } from "./query-context.ts";
import { readQueryValue, toTexts } from "./query-value.ts";
import { type ComparePlaces, toSortColumn } from "./sort-column.ts";
import { sortPlaces } from "./sort-places.ts";

/** `most`: how many from the beginning are needed in order; those behind them come in no order. All by default. */
export type SortRecords = (records: readonly StoredRecord[], most?: number) => readonly StoredRecord[];

/** The order of records; equal ones, and all without keys, come newest first (`$id desc`). Empty values sort lowest. */
export function compileOrder(keys: readonly SortKey[], context: QueryContext): SortRecords {
  const orders = keys.map((key) => compileKey(key, context));
  return (records, most = records.length) => {
    const columns = orders.map((toColumn) => toColumn(records));
    const compare: ComparePlaces = (left, right) => {
      for (const column of columns) {
        const difference = column(left, right);
        if (difference !== 0) {
          return difference;
        }
      }
      return (records[right]?.id ?? 0) - (records[left]?.id ?? 0);
    };
    const sorted: StoredRecord[] = [];
    for (const place of sortPlaces(records.length, compare, Math.min(most, records.length))) {
      const record = records[place];
      if (record !== undefined) {
        sorted.push(record);
      }
    }
    return sorted;
  };
}

/** Reads one key of all records, once for a record and not once for each comparison. */
function compileKey(
  { field: code, direction }: SortKey,
  context: QueryContext,
): (records: readonly StoredRecord[]) => ComparePlaces {
  const field = findField(code, context);
  const { source } = field;
  if (!field.sortable || source.from === "table") {
    throw invalidQuery();
  }
  return (records) => {
    const texts = records.map((record) => toTexts(readQueryValue(record, source, context.firstStatus))[0] ?? "");
    const compare = toSortColumn(texts, field);
    return direction === "desc" ? (left, right) => compare(right, left) : compare;
  };
}
