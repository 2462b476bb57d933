import { type CsvRow, parseCsv } from "../../csv/parse-csv.ts";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { translate } from "../shell/translate.ts";

/** `encoding` is the one in which the file was read. */
export type CsvTable = {
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly encoding: string;
};

export type CsvEncoding = "auto" | "utf-8" | "shift_jis";

/** The headings and lines of a file, or in words why it cannot be read. */
export function readCsvTable(bytes: ArrayBuffer, encoding: CsvEncoding): CsvTable | { readonly problem: string } {
  if (isZip(bytes)) {
    return { problem: translate(text.workbook) };
  }
  const decoded = listCandidates(bytes, encoding)
    .map((name) => ({ name, source: decode(bytes, name) }))
    .find(({ source }) => source !== null);
  if (decoded === undefined || decoded.source === null) {
    return { problem: translate(text.wrongEncoding) };
  }
  const file = parseCsv(decoded.source, findDelimiter(decoded.source));
  if ("openQuoteAt" in file) {
    return { problem: translate(text.openQuote, { line: file.openQuoteAt }) };
  }
  const [head, ...rows] = file.rows;
  return head === undefined || rows.length === 0
    ? { problem: translate(text.empty) }
    : { headings: head.cells, rows, encoding: decoded.name };
}

/** Hardly a text in Shift_JIS is valid UTF-8, so that one is tried first; Excel's "Unicode text" begins with a mark. */
function listCandidates(bytes: ArrayBuffer, encoding: CsvEncoding): readonly string[] {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) {
    return ["utf-16le"];
  }
  return encoding === "auto" ? ["utf-8", "shift_jis"] : [encoding];
}

function decode(bytes: ArrayBuffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Tabs part the columns where the line of headings has tabs and no commas. */
function findDelimiter(source: string): "," | "\t" {
  const [head = ""] = source.split(/\r|\n/u, 1);
  return head.includes("\t") && !head.includes(",") ? "\t" : ",";
}

/** A workbook is a zip archive, whatever its name. */
function isZip(bytes: ArrayBuffer): boolean {
  const [first, second, third] = new Uint8Array(bytes.slice(0, 3));
  return first === 0x50 && second === 0x4b && third === 0x03;
}
