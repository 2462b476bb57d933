/** Rows as CSV text: every cell quoted, lines ended as spreadsheets expect them. */
export function writeCsv(rows: readonly (readonly string[])[], { bom }: { readonly bom: boolean }): string {
  const lines = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
  // Excel reads UTF-8 without this mark in the system's own encoding.
  return `${bom ? "\uFEFF" : ""}${lines.map((line) => `${line}\r\n`).join("")}`;
}
