import { toKpiValueKey } from "../../../domain/rules/kpi-value-key.ts";
import type { JudgedApp } from "../../../domain/rules/rule.ts";
import type { EventRecord } from "../../core/kintone/kintone-event.ts";
import { judgedSchemas } from "./judged-app.ts";
import { readText } from "./read-text.ts";

/** The letter before the number of an app's ids; KPI実績 has a composed key instead. */
export const keyPrefix: Readonly<Record<JudgedApp, string | null>> = { action: "A", kpi: "K", kpi_value: null };

/** The key of the record as typed. */
export function readKey(app: JudgedApp, record: EventRecord): string {
  return readText(record, judgedSchemas[app].keyField);
}

/** Writes a key into the event. */
export function writeKey(app: JudgedApp, record: EventRecord, key: string): void {
  const field = record[judgedSchemas[app].keyField];
  if (field && field.value !== key) {
    field.value = key;
  }
}

/** Composes the key of KPI実績 from its parts; while a part is missing the field stays as it is. */
export function composeKey(app: JudgedApp, record: EventRecord): void {
  if (app !== "kpi_value") {
    return;
  }
  const key = toKpiValueKey({
    kpi_id: readText(record, "kpi_id"),
    fy: readText(record, "fy"),
    seq: readText(record, "seq"),
  });
  if (key !== null) {
    writeKey(app, record, key);
  }
}
