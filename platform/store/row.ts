import type { Row } from "./database.ts";

/** A text column that is never NULL. */
export function readText(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") {
    throw new TypeError(`column ${column} holds no text`);
  }
  return value;
}

/** A text column that may be NULL. */
export function readOptionalText(row: Row, column: string): string | null {
  return row[column] === null || row[column] === undefined ? null : readText(row, column);
}

/** An integer column that is never NULL. */
export function readInteger(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") {
    throw new TypeError(`column ${column} holds no number`);
  }
  return value;
}

/** A BLOB column that is never NULL. */
export function readBytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) {
    throw new TypeError(`column ${column} holds no bytes`);
  }
  return value;
}

/** A text column with JSON in it; the caller knows what this program wrote there. */
export function readJson(row: Row, column: string): unknown {
  return JSON.parse(readText(row, column));
}
