import type { CsvField } from "./csv-field.ts";
import type { ColumnTarget } from "./map-columns.ts";
import type { CsvRow } from "./parse-csv.ts";
import { readCsvValue } from "./read-csv-value.ts";

/** One record of a file, as REST takes it. */
export type Upload = {
  /** The lines it comes from: the first, then one for each further row of its tables. */
  readonly lines: readonly number[];
  /** The text by which an existing record is found; empty without an update key. */
  readonly key: string;
  readonly record: Readonly<Record<string, { readonly value: unknown }>>;
};

export type UploadPlan = {
  readonly fields: readonly CsvField[];
  readonly columns: readonly ColumnTarget[];
  /** Code of the field by which records are found; null = all are new. */
  readonly updateKey: string | null;
  readonly timezone: string;
};

/** Puts the lines of a file together to records: without a column that marks beginnings each line is one. */
export function buildUploads(rows: readonly CsvRow[], plan: UploadPlan): readonly Upload[] {
  const start = plan.columns.findIndex(({ kind }) => kind === "start");
  const groups: CsvRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (start === -1 || last === undefined || (row.cells[start] ?? "").trim() !== "") {
      groups.push([row]);
    } else {
      last.push(row);
    }
  }
  return groups.map((group) => toUpload(group, plan));
}

function toUpload(rows: readonly CsvRow[], { fields, columns, updateKey, timezone }: UploadPlan): Upload {
  const [first] = rows;
  const record: Record<string, { value: unknown }> = {};
  const tables = new Map<string, { value: Record<string, { value: unknown }> }[]>();
  let key = "";
  for (const [index, target] of columns.entries()) {
    const field = target.kind === "field" ? fields.find(({ code }) => code === target.code) : undefined;
    if (field === undefined) {
      continue;
    }
    if (field.code === updateKey) {
      key = (first?.cells[index] ?? "").trim();
    } else if (field.table === null) {
      record[field.code] = { value: readCsvValue(first?.cells[index] ?? "", field.type, timezone) };
    } else {
      const content = tables.get(field.table) ?? rows.map(() => ({ value: {} }));
      tables.set(field.table, content);
      for (const [row, { cells }] of rows.entries()) {
        Object.assign(content[row]?.value ?? {}, {
          [field.code]: { value: readCsvValue(cells[index] ?? "", field.type, timezone) },
        });
      }
    }
  }
  for (const [table, content] of tables) {
    record[table] = { value: content };
  }
  return { lines: rows.map(({ line }) => line), key, record };
}
