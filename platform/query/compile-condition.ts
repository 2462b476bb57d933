import type { StoredRecord, TableRow } from "../store/stored-record.ts";
import { checkComparison } from "./check-comparison.ts";
import type { Comparison, Condition } from "./query.ts";
import type { QueryContext, QuerySource } from "./query-context.ts";
import { readQueryValue, readRows } from "./query-value.ts";
import { toValueTest } from "./value-test.ts";
import type { ValueTest } from "./value-test.ts";

export type RecordTest = (record: StoredRecord) => boolean;

/**
 * Turns a condition into a test of one record; every mistake in it is thrown now, not when a record is looked at.
 * Null = all records.
 */
export function compileCondition(condition: Condition | null, context: QueryContext): RecordTest {
  return (condition && compile(condition, context)) ?? (() => true);
}

/** Null: the condition is dropped and does not count. */
function compile(condition: Condition, context: QueryContext): RecordTest | null {
  if (condition.kind === "comparison") {
    const part = compileComparison(condition, context);
    return part && toRecordTest(part);
  }
  const tests =
    condition.kind === "and" ? compileAnd(condition.terms, context) : compileTerms(condition.terms, context);
  if (tests.length === 0) {
    return null;
  }
  return condition.kind === "and"
    ? (record) => tests.every((test) => test(record))
    : (record) => tests.some((test) => test(record));
}

type Part =
  | { readonly kind: "record"; readonly test: RecordTest }
  | {
      readonly kind: "row";
      readonly tableId: number;
      readonly test: (row: TableRow) => boolean;
      readonly negated: boolean;
    };

function compileTerms(terms: readonly Condition[], context: QueryContext): readonly RecordTest[] {
  return terms.map((term) => compile(term, context)).filter((test) => test !== null);
}

/** Positive comparisons of one table that are joined by `and` must hold in the same row (fact sheet §6.2). */
function compileAnd(terms: readonly Condition[], context: QueryContext): readonly RecordTest[] {
  const tests: RecordTest[] = [];
  const sameRow = new Map<number, ((row: TableRow) => boolean)[]>();
  for (const term of terms) {
    const part = term.kind === "comparison" ? compileComparison(term, context) : compileNested(term, context);
    if (part?.kind === "row" && !part.negated) {
      sameRow.set(part.tableId, [...(sameRow.get(part.tableId) ?? []), part.test]);
    } else if (part) {
      tests.push(toRecordTest(part));
    }
  }
  for (const [tableId, rowTests] of sameRow) {
    tests.push((record) => readRows(record, tableId).some((row) => rowTests.every((test) => test(row))));
  }
  return tests;
}

function compileNested(term: Condition, context: QueryContext): Part | null {
  const test = compile(term, context);
  return test && { kind: "record", test };
}

function compileComparison(comparison: Comparison, context: QueryContext): Part | null {
  const field = checkComparison(comparison, context);
  const compiled = toValueTest(comparison, field, context);
  if (!compiled) {
    return null;
  }
  const { test, negated } = compiled;
  const { source } = field;
  if (source.from === "table") {
    return { kind: "row", tableId: source.tableId, test: (row) => test(row.values[source.id]), negated };
  }
  return { kind: "record", test: toPlainTest(source, { test, negated }, context.firstStatus) };
}

function toPlainTest(
  source: Exclude<QuerySource, { readonly from: "table" }>,
  { test, negated }: { readonly test: ValueTest; readonly negated: boolean },
  firstStatus: string,
): RecordTest {
  return (record) => test(readQueryValue(record, source, firstStatus)) !== negated;
}

/** In a table a positive comparison needs one row, a negative one at least one row and all of them. */
function toRecordTest(part: Part): RecordTest {
  if (part.kind === "record") {
    return part.test;
  }
  const { tableId, test, negated } = part;
  return negated
    ? (record) => {
        const rows = readRows(record, tableId);
        return rows.length > 0 && rows.every((row) => !test(row));
      }
    : (record) => readRows(record, tableId).some(test);
}
