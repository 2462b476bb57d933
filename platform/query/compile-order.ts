import { invalidQuery } from "../platform-error.ts";
import { compareDecimals, parseDecimal } from "../record/decimal.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { findField } from "./check-comparison.ts";
import type { SortKey } from "./query.ts";
import type { QueryContext, QueryField } from "./query-context.ts";
import { readQueryValue, toTexts } from "./query-value.ts";

export type RecordOrder = (left: StoredRecord, right: StoredRecord) => number;

/** The order of records; equal ones, and all without keys, come newest first (`$id desc`). Empty values sort lowest. */
export function compileOrder(keys: readonly SortKey[], context: QueryContext): RecordOrder {
  const orders = keys.map((key) => compileKey(key, context));
  return (left, right) => {
    for (const order of orders) {
      const difference = order(left, right);
      if (difference !== 0) {
        return difference;
      }
    }
    return right.id - left.id;
  };
}

function compileKey({ field: code, direction }: SortKey, context: QueryContext): RecordOrder {
  const field = findField(code, context);
  const { source } = field;
  if (!field.sortable || source.from === "table") {
    throw invalidQuery();
  }
  const compare = compareTexts(field);
  const sign = direction === "desc" ? -1 : 1;
  const read = (record: StoredRecord): string => toTexts(readQueryValue(record, source, context.firstStatus))[0] ?? "";
  return (left, right) => sign * compare(read(left), read(right));
}

function compareTexts({ kind, options }: QueryField): (left: string, right: string) => number {
  if (kind === "number") {
    return compareNumbers;
  }
  if (options !== null) {
    const positions = new Map(options.map((option, index) => [option, index]));
    return (left, right) => (positions.get(left) ?? -1) - (positions.get(right) ?? -1);
  }
  return (left, right) => (left < right ? -1 : Number(left > right));
}

function compareNumbers(left: string, right: string): number {
  const [first, second] = [parseDecimal(left), parseDecimal(right)];
  if (first === null || second === null) {
    return Number(first !== null) - Number(second !== null);
  }
  return compareDecimals(first, second);
}
