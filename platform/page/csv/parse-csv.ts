export type CsvRow = {
  /** The line of the file on which the row begins; rows with line breaks in them take several. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type CsvFile =
  | { readonly rows: readonly CsvRow[] }
  /** A quote that is opened on this line is never closed. */
  | { readonly openQuoteAt: number };

/** Reads CSV text (RFC 4180, any line ends, with or without a byte order mark). Lines without anything are passed over. */
export function parseCsv(text: string, delimiter: "," | "\t" = ","): CsvFile {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let start = 1;
  let at = 0;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cell !== "") {
      rows.push({ line: start, cells });
    }
    cells = [];
    cell = "";
    start = line;
  };
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '"' && cell === "") {
      const quoted = readQuoted(source, at);
      if (quoted === null) {
        return { openQuoteAt: line };
      }
      cell = quoted.text;
      line += quoted.lines;
      at = quoted.end;
      continue;
    }
    at += 1;
    if (char === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (char === "\n" || char === "\r") {
      at += char === "\r" && source.charAt(at) === "\n" ? 1 : 0;
      line += 1;
      endRow();
    } else {
      cell += char;
    }
  }
  if (cells.length > 0 || cell !== "") {
    endRow();
  }
  return { rows };
}

function readQuoted(
  source: string,
  from: number,
): { readonly text: string; readonly lines: number; readonly end: number } | null {
  let text = "";
  let at = from + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote === -1) {
      return null;
    }
    text += source.slice(at, quote);
    at = quote + 1;
    if (source.charAt(at) !== '"') {
      return { text, lines: text.match(/\r\n|\r|\n/gu)?.length ?? 0, end: at };
    }
    text += '"';
    at += 1;
  }
}
