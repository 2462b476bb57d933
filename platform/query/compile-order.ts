import { invalidQuery } from "../platform-error.ts";
import { compareNumberTexts } from "../record/compare-number-texts.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { findField } from "./check-comparison.ts";
import type { SortKey } from "./query.ts";
import type { QueryContext, QueryField } from "./query-context.ts";
import { readQueryValue, toTexts } from "./query-value.ts";
import { readDuration } from "./read-duration.ts";

export type SortRecords = (records: readonly StoredRecord[]) => readonly StoredRecord[];

/** The order of records; equal ones, and all without keys, come newest first (`$id desc`). Empty values sort lowest. */
export function compileOrder(keys: readonly SortKey[], context: QueryContext): SortRecords {
  const orders = keys.map((key) => compileKey(key, context));
  return (records) =>
    records
      // Each key is read once for a record, not once for each comparison.
      .map((record) => ({ record, texts: orders.map(({ read }) => read(record)) }))
      .toSorted((left, right) => {
        for (const [index, { compare }] of orders.entries()) {
          const difference = compare(left.texts[index] ?? "", right.texts[index] ?? "");
          if (difference !== 0) {
            return difference;
          }
        }
        return right.record.id - left.record.id;
      })
      .map(({ record }) => record);
}

type KeyOrder = {
  readonly read: (record: StoredRecord) => string;
  readonly compare: (left: string, right: string) => number;
};

function compileKey({ field: code, direction }: SortKey, context: QueryContext): KeyOrder {
  const field = findField(code, context);
  const { source } = field;
  if (!field.sortable || source.from === "table") {
    throw invalidQuery();
  }
  const compare = compareTexts(field);
  return {
    read: (record) => toTexts(readQueryValue(record, source, context.firstStatus))[0] ?? "",
    compare: direction === "desc" ? (left, right) => compare(right, left) : compare,
  };
}

function compareTexts({ kind, options }: QueryField): (left: string, right: string) => number {
  if (kind === "number") {
    return (left, right) => compareNumberTexts(left, right) ?? Number(left !== "") - Number(right !== "");
  }
  if (kind === "duration") {
    return (left, right) => toRank(left) - toRank(right);
  }
  if (options !== null) {
    const positions = new Map(options.map((option, index) => [option, index]));
    return (left, right) => (positions.get(left) ?? -1) - (positions.get(right) ?? -1);
  }
  return (left, right) => (left < right ? -1 : Number(left > right));
}

/** Below every duration stands the record that has none. */
function toRank(text: string): number {
  return readDuration(text) ?? Number.MIN_SAFE_INTEGER;
}
