import type { EventRecord } from "../../core/kintone/kintone-event.ts";

/** The text of a field of an event; "" when it is empty or missing (kintone gives undefined, null or ""). */
export function readText(record: EventRecord, code: string): string {
  const value = record[code]?.value;
  return typeof value === "string" ? value : "";
}
