import type { BootstrapApp } from "../../../bootstrap.ts";
import { fireEvent, fireEventSync, hasHandlers } from "../../kintone/event-bus.ts";
import { rememberSent } from "../../record/apply-event-record.ts";
import { buildEventRecord, type EventRecord } from "../../record/build-event-record.ts";
import type { Fired } from "../../record/form-events.ts";
import type { FormRecord } from "../../record/form-record.ts";

/**
 * How each event of inline editing types its ids. Measured (fact sheet §3.2), uneven as it is; `finish` (2026-03) was
 * not measured and follows `show`.
 */
const idTypes = {
  "edit.show": { app: Number, record: String },
  "edit.change": { app: String, record: String },
  "edit.submit": { app: String, record: String },
  "edit.submit.success": { app: Number, record: String },
  "edit.finish": { app: Number, record: String },
  "delete.submit": { app: Number, record: Number },
} as const;

type InlineEvent = keyof typeof idTypes;

/** Fires an event of the list about one record and awaits its handlers. */
export async function fireInline(name: InlineEvent, app: BootstrapApp, record: FormRecord): Promise<Fired> {
  const sent = build(app, record);
  const event = toEvent(name, `app.record.index.${name}`, { app, record, sent });
  rememberSent(sent);
  return { sent, returned: await fireEvent(String(event["type"]), event) };
}

/** The columns of the list, and the record before it was edited. */
type InlineView = { readonly columns: ReadonlySet<string>; readonly base: FormRecord };

/**
 * Fires `index.edit.change.{code}`; `null` when nobody listens. `changes.field` is the object inside the record. Documented: a
 * calculated field reads `""` when it is a column of the list, else as it was before the change (fact sheet §3.5).
 */
export function fireInlineChange(
  code: string,
  app: BootstrapApp,
  edited: FormRecord,
  { columns, base }: InlineView,
): Fired | null {
  const type = `app.record.index.edit.change.${code}`;
  if (!hasHandlers(type)) {
    return null;
  }
  const stale = app.settings.fields
    .filter((field) => field.type === "CALC" && field.code in edited.values)
    .map((field) => [field.code, columns.has(field.code) ? "" : base.values[field.code]] as const);
  const record = { ...edited, values: { ...edited.values, ...Object.fromEntries(stale) } };
  const sent = build(app, record);
  rememberSent(sent);
  const event = toEvent("edit.change", type, { app, record, sent });
  return { sent, returned: fireEventSync(type, { ...event, changes: { field: sent.record[code], row: null } }) };
}

function build(app: BootstrapApp, record: FormRecord): EventRecord {
  return buildEventRecord(record, { fields: app.settings.fields, context: "saved", withFiles: true });
}

function toEvent(
  name: InlineEvent,
  type: string,
  about: { readonly app: BootstrapApp; readonly record: FormRecord; readonly sent: EventRecord },
): Record<string, unknown> {
  const ids = idTypes[name];
  return { type, appId: ids.app(about.app.id), recordId: ids.record(about.record.id), record: about.sent.record };
}
