import { dayAt, timeAt } from "../../query/calendar.ts";
import type { CsvField } from "./csv-field.ts";

type RestField = { readonly value: unknown };
type RestRecord = Readonly<Record<string, RestField | undefined>>;

/**
 * Records as the rows of a CSV file, as kintone writes them: with a table, one line for each of its rows, the record's own
 * values repeated on each, and a first column that marks where a record begins.
 */
export function toCsvRows(
  records: readonly RestRecord[],
  fields: readonly CsvField[],
  {
    timezone,
    start,
    heading,
  }: { readonly timezone: string; readonly start: string; readonly heading: "label" | "code" },
): readonly (readonly string[])[] {
  const tables = [...new Set(fields.flatMap(({ table }) => table ?? []))];
  const head = fields.map((field) => field[heading]);
  const rows = [tables.length > 0 ? [start, ...head] : head];
  for (const record of records) {
    const contents = new Map(tables.map((table) => [table, readTable(record[table]?.value)]));
    const count = Math.max(1, ...[...contents.values()].map(({ length }) => length));
    for (let row = 0; row < count; row += 1) {
      const cells = fields.map((field) => {
        const source = field.table === null ? record : contents.get(field.table)?.[row];
        return toCsvText(source?.[field.code]?.value, field.type, timezone);
      });
      rows.push(tables.length > 0 ? [row === 0 ? "*" : "", ...cells] : cells);
    }
  }
  return rows;
}

/** People by their login names and several values by line breaks: an upload reads the same. */
function toCsvText(value: unknown, type: string, timezone: string): string {
  if (value === undefined || value === null) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => toCsvText(item, type, timezone)).join("\n");
  }
  if (typeof value === "object") {
    return "code" in value ? String(value.code) : "";
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text !== "" && (type === "DATETIME" || type === "CREATED_TIME" || type === "UPDATED_TIME")) {
    const instant = new Date(text);
    return `${dayAt(instant, timezone)} ${timeAt(instant, timezone)}`;
  }
  return text;
}

function readTable(value: unknown): readonly RestRecord[] {
  return Array.isArray(value) ? value.map((row: unknown) => (isRow(row) ? row.value : {})) : [];
}

/** The rows come from `toRestRecord`, which writes nothing else. */
function isRow(row: unknown): row is { readonly value: RestRecord } {
  return typeof row === "object" && row !== null && "value" in row && typeof row.value === "object";
}
