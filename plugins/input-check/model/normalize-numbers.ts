import { normalizeNumber } from "../../../domain/normalize-number.ts";
import { type EventField, type EventRecord, eventRows } from "../../core/kintone/kintone-event.ts";

/** Writes what was typed as plain digits into the number fields of an event, tables included (全角・カンマ・▲). */
export function normalizeNumbers(record: EventRecord): void {
  for (const field of Object.values(record)) {
    normalize(field);
    for (const row of field.type === "SUBTABLE" ? eventRows(field) : []) {
      for (const cell of Object.values(row.value)) {
        normalize(cell);
      }
    }
  }
}

function normalize(field: EventField): void {
  if (field.type === "NUMBER" && typeof field.value === "string") {
    const plain = normalizeNumber(field.value);
    if (plain !== null && plain !== field.value) {
      field.value = plain;
    }
  }
}
