import type { StoredField } from "../../../store/app-settings.ts";
import type { ReportAggregation, StoredReport } from "../../../store/report-settings.ts";
import { readText } from "../field/read-value.ts";
import { readRows, type FormRecord } from "../record/form-record.ts";
import { groupKeys } from "./group-key.ts";

/** One combination of groups with one figure for each aggregation; numbers as numbers, dates as their text, `null` for none. */
export type ReportRow = { readonly keys: readonly string[]; readonly values: readonly (number | string | null)[] };

type Found = { readonly field: StoredField; readonly table: StoredField | null };
type Line = (found: Found) => unknown;

/** The figures of a graph over the records it is about, in its own order. */
export function aggregate(
  report: StoredReport,
  records: readonly FormRecord[],
  { fields, timeZone }: { readonly fields: readonly StoredField[]; readonly timeZone: string },
): readonly ReportRow[] {
  const groups = report.groups.map(({ code, per }) => ({ found: findField(fields, code), per }));
  const figures = report.aggregations.map((aggregation) => ({
    aggregation,
    found: aggregation.code === undefined ? null : findField(fields, aggregation.code),
  }));
  const table = [...groups, ...figures].find(({ found }) => found?.table !== undefined && found?.table !== null)?.found
    ?.table;
  const buckets = new Map<string, { readonly keys: readonly string[]; readonly lines: Line[] }>();
  for (const line of records.flatMap((record) => toLines(record, table ?? null))) {
    const keys = groups.map(({ found, per }) =>
      found === null ? [""] : groupKeys(found.field, line(found), { per, timeZone }),
    );
    for (const combination of combine(keys)) {
      const name = JSON.stringify(combination);
      const bucket = buckets.get(name) ?? { keys: combination, lines: [] };
      bucket.lines.push(line);
      buckets.set(name, bucket);
    }
  }
  const rows = [...buckets.values()].map(({ keys, lines }) => ({
    keys,
    values: figures.map(({ aggregation, found }) => figureOf(aggregation, found, lines)),
  }));
  return rows.toSorted(
    createOrder(
      report,
      groups.map(({ found }) => found?.field ?? null),
    ),
  );
}

/** A figure of a table's field, or a group by one, is about the table's rows instead of the records. */
function toLines(record: FormRecord, table: StoredField | null): readonly Line[] {
  if (table === null) {
    return [({ field }) => record.values[field.code]];
  }
  return readRows(record, table.code).map(
    (row) =>
      (found: Found): unknown =>
        found.table === null ? record.values[found.field.code] : row.values[found.field.code],
  );
}

function findField(fields: readonly StoredField[], code: string): Found | null {
  for (const field of fields) {
    if (field.code === code) {
      return { field, table: null };
    }
    const inner = field.fields?.find((item) => item.code === code);
    if (inner !== undefined) {
      return { field: inner, table: field };
    }
  }
  return null;
}

function combine(keys: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return keys.reduce<readonly (readonly string[])[]>(
    (done, level) => done.flatMap((head) => level.map((key) => [...head, key])),
    [[]],
  );
}

function figureOf({ type }: ReportAggregation, found: Found | null, lines: readonly Line[]): number | string | null {
  if (type === "COUNT") {
    return lines.length;
  }
  const texts = found === null ? [] : lines.map((line) => readText(line(found))).filter((text) => text !== "");
  if (texts.length === 0) {
    return null;
  }
  const numbers = texts.map(Number);
  if (numbers.some(Number.isNaN)) {
    // Dates and times: as text they sort by time.
    const sorted = texts.toSorted();
    return (type === "MAX" ? sorted.at(-1) : sorted[0]) ?? null;
  }
  switch (type) {
    case "MAX":
      return numbers.reduce((most, number) => Math.max(most, number));
    case "MIN":
      return numbers.reduce((least, number) => Math.min(least, number));
    case "SUM":
    case "AVERAGE":
      break;
  }
  const sum = numbers.reduce((total, number) => total + number, 0);
  // Sums of decimal fractions carry an error far behind the digits that anyone entered.
  return Number((type === "SUM" ? sum : sum / numbers.length).toPrecision(12));
}

type Order = (one: ReportRow, other: ReportRow) => number;

/** The graph's own order, then its groups from first to last. */
function createOrder(report: StoredReport, fields: readonly (StoredField | null)[]): Order {
  const byGroup = fields.map((field, level) => createGroupOrder(field, level));
  const orders = [
    ...report.sorts.flatMap(({ by, order }): readonly Order[] => {
      const base = by === "TOTAL" ? byFirstFigure : byGroup[Number(by.slice(-1)) - 1];
      const sign = order === "DESC" ? -1 : 1;
      return base === undefined ? [] : [(one, other) => sign * base(one, other)];
    }),
    ...byGroup,
  ];
  return (one, other) => orders.reduce((decided, order) => (decided === 0 ? order(one, other) : decided), 0);
}

function byFirstFigure(one: ReportRow, other: ReportRow): number {
  return Number(one.values[0] ?? 0) - Number(other.values[0] ?? 0);
}

/** Options in the order of the form, anything else by its text; the empty group comes last. */
function createGroupOrder(field: StoredField | null, level: number): Order {
  const options = field?.property["options"];
  const indexes = new Map(
    typeof options === "object" && options !== null
      ? Object.entries(options).map(([name, option]: [string, unknown]) => [name, indexOf(option)] as const)
      : [],
  );
  return ({ keys: one }, { keys: other }) => {
    const [a, b] = [one[level] ?? "", other[level] ?? ""];
    if (a === b || a === "" || b === "") {
      return a === b ? 0 : a === "" ? 1 : -1;
    }
    const [first, second] = [indexes.get(a), indexes.get(b)];
    return first === undefined || second === undefined ? a.localeCompare(b, "ja", { numeric: true }) : first - second;
  };
}

function indexOf(option: unknown): number {
  return typeof option === "object" && option !== null && "index" in option ? Number(option.index) : 0;
}
