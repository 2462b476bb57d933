import type { Database } from "./database.ts";
import { readInteger } from "./row.ts";

/** The next number of a sequence that never goes back, also when what it numbered is deleted. Starts at 1. */
export function nextNumber(db: Database, name: string, count = 1): number {
  const row = db.get(
    "INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value",
    name,
    count,
  );
  if (!row) {
    throw new Error(`the counter ${name} gave no number`);
  }
  return readInteger(row, "value") - count + 1;
}
