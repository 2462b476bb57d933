import type { StoredRecord } from "../store/stored-record.ts";
import { compileCondition } from "./compile-condition.ts";
import { compileOrder } from "./compile-order.ts";
import { parseCondition } from "./parse-query.ts";
import type { Query } from "./query.ts";
import type { QueryContext } from "./query-context.ts";

export type QueryResult = {
  /** The page that `limit` and `offset` cut out. */
  readonly records: readonly StoredRecord[];
  /** How many records meet the condition. */
  readonly total: number;
};

/** kintone's default page. */
const defaultLimit = 100;

/** Runs a parsed query over the records of one app, which come in the order of their ids. */
export function runQuery(records: Iterable<StoredRecord>, query: Query, context: QueryContext): QueryResult {
  const found = findMatching(records, query, context, pageEnd(query));
  return { records: cutPage(found, query), total: found.length };
}

/** The page that `limit` and `offset` cut out of what was found. */
export function cutPage(
  found: readonly StoredRecord[],
  { limit, offset }: Pick<Query, "limit" | "offset">,
): readonly StoredRecord[] {
  const start = offset ?? 0;
  return found.slice(start, start + (limit ?? defaultLimit));
}

/** How many records from the beginning a query's page needs. */
export function pageEnd({ limit, offset }: Pick<Query, "limit" | "offset">): number {
  return (offset ?? 0) + (limit ?? defaultLimit);
}

/**
 * All records that meet the condition, without regard to `limit` and `offset`: the first `most` in the query's order, the
 * others behind them in none.
 */
export function findMatching(
  records: Iterable<StoredRecord>,
  query: Pick<Query, "condition" | "order">,
  context: QueryContext,
  most: number = Number.POSITIVE_INFINITY,
): readonly StoredRecord[] {
  const matches = compileCondition(query.condition, context);
  const sort = compileOrder(query.order, context);
  const found: StoredRecord[] = [];
  for (const record of records) {
    if (matches(record)) {
      found.push(record);
    }
  }
  return sort(found, most);
}

/** Whether one record meets a bare condition (the `filterCond` of a view or of a process action). */
export function meetsCondition(record: StoredRecord, condition: string, context: QueryContext): boolean {
  return compileCondition(parseCondition(condition), context)(record);
}
