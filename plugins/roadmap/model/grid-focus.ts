import type { Row } from "./rows.ts";

/** Where the keyboard stands: a row and in it the name (-1) or the n-th drawn bar. */
export type GridFocus = { readonly row: number; readonly bar: number };

/** What a key means in the grid; null leaves the key to the browser. */
export type GridCommand =
  | { readonly kind: "focus"; readonly focus: GridFocus }
  | { readonly kind: "open" | "close"; readonly key: string }
  | null;

export type GridKeys = {
  readonly rows: readonly Row[];
  readonly focus: GridFocus;
  readonly barsIn: (row: number) => number;
  readonly rowsPerPage: number;
};

/** Arrow keys as in a treegrid of the ARIA Authoring Practices: right opens or goes in, left goes out or closes. */
export function readGridKey(key: string, withControl: boolean, grid: GridKeys): GridCommand {
  const { rows, focus } = grid;
  const row = rows[focus.row];
  if (row === undefined) {
    return null;
  }
  const bars = grid.barsIn(focus.row);
  switch (key) {
    case "ArrowDown":
      return toRow(grid, focus.row + 1);
    case "ArrowUp":
      return toRow(grid, focus.row - 1);
    case "PageDown":
      return toRow(grid, focus.row + grid.rowsPerPage);
    case "PageUp":
      return toRow(grid, focus.row - grid.rowsPerPage);
    case "Home":
      return withControl ? toRow(grid, 0) : toFocus(focus.row, -1);
    case "End":
      return withControl ? toRow(grid, rows.length - 1) : toFocus(focus.row, bars - 1);
    case "ArrowRight":
      if (row.hasChildren && !row.isOpen) {
        return { kind: "open", key: row.key };
      }
      return row.hasChildren ? toRow(grid, focus.row + 1) : toFocus(focus.row, Math.min(bars - 1, focus.bar + 1));
    case "ArrowLeft":
      return goOut(grid, row);
    default:
      return null;
  }
}

function goOut({ rows, focus }: GridKeys, row: Row): GridCommand {
  if (focus.bar >= 0) {
    return toFocus(focus.row, focus.bar - 1);
  }
  if (row.hasChildren && row.isOpen) {
    return { kind: "close", key: row.key };
  }
  const parent = rows.findLastIndex((other, index) => index < focus.row && other.key === row.parentKey);
  return parent === -1 ? toFocus(focus.row, -1) : toFocus(parent, -1);
}

/** Going up and down keeps to the names, or to the bar of the same number where there is one. */
function toRow({ rows, focus, barsIn }: GridKeys, wanted: number): GridCommand {
  const row = Math.max(0, Math.min(rows.length - 1, wanted));
  return toFocus(row, Math.min(focus.bar, barsIn(row) - 1));
}

function toFocus(row: number, bar: number): GridCommand {
  return { kind: "focus", focus: { row, bar } };
}
