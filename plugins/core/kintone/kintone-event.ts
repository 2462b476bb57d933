/** A field as event objects carry it; `error` and `disabled` are written by handlers and never read back. */
export type EventField = {
  readonly type: string;
  value: unknown;
  error?: string | null;
  disabled?: boolean;
  lookup?: boolean | "UPDATE" | "CLEAR";
};

export type EventRow = { id: string | null; value: Record<string, EventField> };

export type EventRecord = Record<string, EventField>;

/** What handlers are given; which keys exist depends on the event (kintone fact sheet §3.2). */
export type KintoneEvent = {
  readonly type: string;
  readonly appId?: number | string;
  readonly recordId?: number | string;
  readonly record?: EventRecord;
  readonly records?: unknown;
  readonly viewId?: number;
  readonly viewName?: string;
  readonly viewType?: "list" | "calendar" | "custom";
  readonly offset?: number | null;
  readonly size?: number | null;
  readonly reuse?: boolean;
  readonly changes?: { readonly field: EventField; readonly row: EventRow | null };
  readonly action?: { readonly value: string };
  readonly status?: { readonly value: string };
  readonly nextStatus?: { readonly value: string };
  error?: string;
  url?: string | null;
};

/** Tells whether a handler's argument is an event; another plugin in the chain may have returned anything. */
export function isKintoneEvent(value: unknown): value is KintoneEvent {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The rows of a table field of an event; none when the value is not a table. */
export function eventRows(field: EventField | undefined): EventRow[] {
  return Array.isArray(field?.value) ? field.value.filter(isEventRow) : [];
}

function isEventRow(value: unknown): value is EventRow {
  return typeof value === "object" && value !== null && "value" in value && typeof value.value === "object";
}
