import { type CsvRow, parseCsv } from "../../csv/parse-csv.ts";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { translate } from "../shell/translate.ts";

export type CsvTable = { readonly headings: readonly string[]; readonly rows: readonly CsvRow[] };

export type CsvEncoding = "utf-8" | "shift_jis";

/** The headings and lines of a file, or in words why it cannot be read. */
export function readCsvTable(bytes: ArrayBuffer, encoding: CsvEncoding): CsvTable | { readonly problem: string } {
  let source: string;
  try {
    source = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { problem: translate(text.wrongEncoding) };
  }
  const file = parseCsv(source);
  if ("openQuoteAt" in file) {
    return { problem: translate(text.openQuote, { line: file.openQuoteAt }) };
  }
  const [head, ...rows] = file.rows;
  return head === undefined || rows.length === 0 ? { problem: translate(text.empty) } : { headings: head.cells, rows };
}
