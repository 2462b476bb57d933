import { fireEvent, fireEventSync, hasHandlers } from "../kintone/event-bus.ts";
import { rememberSent } from "./apply-event-record.ts";
import { buildEventRecord } from "./build-event-record.ts";
import type { EventRecord, ValueContext } from "./build-event-record.ts";
import type { FormOptions } from "./form-options.ts";
import type { FieldPath, FormRecord } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

/** What came of an event: what was sent, and what the last handler returned. */
export type Fired = { readonly sent: EventRecord; readonly returned: unknown };

/** `app.record.create` or one of its three relatives. */
export function eventPrefix({ mobile, mode }: Pick<FormOptions, "mobile" | "mode">): string {
  return `${mobile ? "mobile." : ""}app.record.${mode}`;
}

/** How empty values look while this form is edited (fact sheet §3.6). */
export function editingContext({ mobile, mode }: Pick<FormOptions, "mobile" | "mode">): ValueContext {
  return mobile || mode === "create" ? "editing" : "desktopEdit";
}

/** Fires `create.show` or `edit.show`. */
export async function fireShow(options: FormOptions, record: FormRecord): Promise<Fired> {
  const desktopEdit = options.mode === "edit" && !options.mobile;
  const sent = buildEventRecord(record, {
    fields: options.fields,
    context: desktopEdit ? "saved" : "editing",
    withFiles: desktopEdit,
  });
  const type = `${eventPrefix(options)}.show`;
  const event = { ...baseEvent(options, type), record: sent.record };
  return fire(sent, options.mode === "create" ? { ...event, reuse: options.reuse } : event);
}

/** Fires `create.submit` or `edit.submit`. */
export async function fireSubmit(options: FormOptions, record: FormRecord): Promise<Fired> {
  const sent = build(options, record);
  return fire(sent, { ...baseEvent(options, `${eventPrefix(options)}.submit`), record: sent.record });
}

async function fire(sent: EventRecord, event: Readonly<Record<string, unknown>>): Promise<Fired> {
  rememberSent(sent);
  return { sent, returned: await fireEvent(String(event["type"]), event) };
}

/**
 * Fires a change event, `null` when nobody listens. `changes.field` and `changes.row` are the very objects inside
 * `event.record`. For a table whose rows were added or removed `path` names the table and `row` the new row.
 */
export function fireChange(
  options: FormOptions,
  record: FormRecord,
  change: { readonly path: FieldPath; readonly addedRow?: string },
): Fired | null {
  const { path, addedRow } = change;
  const type = `${eventPrefix(options)}.change.${path.code}`;
  if (!hasHandlers(type)) {
    return null;
  }
  const sent = build(options, record);
  rememberSent(sent);
  const rowTable = path.table ?? (addedRow === undefined ? undefined : path.code);
  const row = rowTable === undefined ? null : findRow(sent, rowTable, path.rowKey ?? addedRow ?? "");
  const field = path.table === undefined ? sent.record[path.code] : innerField(row, path.code);
  const event = { ...baseEvent(options, type), record: sent.record, changes: { field, row } };
  return { sent, returned: fireEventSync(type, event) };
}

function build(options: FormOptions, record: FormRecord): EventRecord {
  return buildEventRecord(record, { fields: options.fields, context: editingContext(options), withFiles: false });
}

function baseEvent(options: FormOptions, type: string): Record<string, unknown> {
  const id = options.loaded?.id ?? null;
  return { type, appId: options.appId, ...(id === null ? {} : { recordId: Number(id) }) };
}

function findRow(sent: EventRecord, table: string, key: string): object | null {
  const rows = sent.record[table]?.value;
  const found: unknown = (Array.isArray(rows) ? rows : []).find(
    (row: unknown) => typeof row === "object" && row !== null && sent.rowKeys.get(row) === key,
  );
  return typeof found === "object" ? found : null;
}

// Not a copy: a handler writes into `changes.field` and expects it in `event.record`.
function innerField(row: object | null, code: string): unknown {
  const cells: unknown = row !== null && "value" in row ? row.value : null;
  return typeof cells === "object" && cells !== null ? Reflect.get(cells, code) : undefined;
}

/** The record and the top error of what a handler returned; `null` when it returned no event. */
export function readReturned(returned: unknown): { readonly record: unknown; readonly error: string } | null {
  const event = toObject(returned);
  if (!("record" in event)) {
    return null;
  }
  return { record: event["record"], error: typeof event["error"] === "string" ? event["error"] : "" };
}
