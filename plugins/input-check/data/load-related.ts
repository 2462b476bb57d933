import { parseRecord } from "../../../apps-schema/record/parse-record.ts";
import { quoteText } from "../../../apps-schema/record/quote-text.ts";
import type { JudgedApp, Related } from "../../../domain/rules/rule.ts";
import type { Settings } from "../../core/config/load-settings.ts";
import { type EventRecord, eventRows } from "../../core/kintone/kintone-event.ts";
import { loadRecords } from "../../core/kintone/records.ts";
import { judgedSchemas } from "../model/judged-app.ts";
import { readText } from "../model/read-text.ts";
import { readKey } from "../model/record-key.ts";

export type Place = {
  readonly app: JudgedApp;
  readonly appId: string;
  /** Null while the record is being created. */
  readonly recordId: string | null;
};

/** Loads what the rules need of the indicators that a record refers to; nothing where the suite's apps are unknown. */
export async function loadIndicators(app: JudgedApp, record: EventRecord, settings: Settings): Promise<Related> {
  const kpiApp = settings.apps.kpi;
  const ids =
    app === "action"
      ? eventRows(record["kpi_links"]).map(({ value }) => readText(value, "kpi_id").trim())
      : app === "kpi_value"
        ? [readText(record, "kpi_id")]
        : [];
  const wanted = [...new Set(ids)].filter((id) => id !== "");
  if (kpiApp === undefined || wanted.length === 0) {
    return {};
  }
  const condition = `kpi_id in (${wanted.map(quoteText).join(", ")})`;
  const loaded = await loadRecords(kpiApp, condition, ["kpi_id", "kpi_level", "base_value", "available_month"]);
  const indicators = loaded.map((raw) => parseRecord(judgedSchemas.kpi, raw).record);
  if (app === "action") {
    return { kpiLevels: Object.fromEntries(indicators.map(({ kpi_id, kpi_level }) => [kpi_id, kpi_level])) };
  }
  const [indicator] = indicators;
  return indicator ? { kpi: indicator } : {};
}

/** Asks the server whether another record has this record's key; kintone's 重複禁止 would refuse it without advice. */
export async function loadTakenKeys({ app, appId, recordId }: Place, record: EventRecord): Promise<string[]> {
  const { keyField } = judgedSchemas[app];
  const key = readKey(app, record);
  if (key === "") {
    return [];
  }
  const others = recordId === null ? "" : ` and $id != ${recordId}`;
  const found = await loadRecords(appId, `${keyField} = ${quoteText(key)}${others}`, [keyField]);
  return found.length > 0 ? [key] : [];
}

/** Loads every key of an app, to find the next free one. */
export async function loadAllKeys({ app, appId }: Place): Promise<string[]> {
  const { keyField } = judgedSchemas[app];
  const loaded = await loadRecords(appId, "", [keyField]);
  return loaded.map((raw) => {
    const field: unknown = typeof raw === "object" && raw !== null ? Reflect.get(raw, keyField) : undefined;
    const value: unknown = typeof field === "object" && field !== null ? Reflect.get(field, "value") : undefined;
    return typeof value === "string" ? value : "";
  });
}
