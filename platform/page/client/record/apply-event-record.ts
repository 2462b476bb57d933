import type { StoredField } from "../../../store/app-settings.ts";
import { readLookup } from "../field/field-settings.ts";
import { readPrincipals, readText, readTexts } from "../field/read-value.ts";
import type { EventRecord } from "./build-event-record.ts";
import { emptyValueOf, isOverwritable } from "./field-kinds.ts";
import { createRowKey, isSameValue, readAt, readRows, toPathKey, writeAt, writeRows } from "./form-record.ts";
import type { FieldPath, FormRecord, FormRow } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

/** What a customization asked for besides values. */
type EventWishes = {
  readonly errors: ReadonlyMap<string, string>;
  readonly disabled: ReadonlyMap<string, boolean>;
  readonly lookups: readonly { readonly path: FieldPath; readonly wish: "FETCH" | "CLEAR" }[];
};

export type AppliedEvent = EventWishes & {
  readonly record: FormRecord;
  /** The fields and cells whose values are others now, in the order of the record. */
  readonly changed: readonly FieldPath[];
};

export type ApplyOptions = {
  readonly fields: ReadonlyMap<string, StoredField>;
  readonly copied: ReadonlySet<string>;
  /** What the customization was given; without it (`record.set`) rows are known by their ids alone. */
  readonly sent: EventRecord | null;
  /** The form when the event was sent, where handlers may take their time: what someone has entered since then stays. */
  readonly before?: FormRecord;
};

/** Takes from a record that a customization returned what it may change. `checkEventRecord` has let it pass. */
export function applyEventRecord(form: FormRecord, returned: unknown, options: ApplyOptions): AppliedEvent {
  const result = {
    record: form,
    changed: [] as FieldPath[],
    errors: new Map<string, string>(),
    disabled: new Map<string, boolean>(),
    lookups: [] as { path: FieldPath; wish: "FETCH" | "CLEAR" }[],
  };
  for (const [code, raw] of Object.entries(toObject(returned))) {
    const field = options.fields.get(code);
    if (field === undefined) {
      continue;
    }
    const entry = toObject(raw);
    readWishes({ field, path: { code }, entry, result });
    if (field.type === "SUBTABLE") {
      applyTable({ field, entry, options, result });
    } else {
      applyValue({ field, path: { code }, entry, options, result });
    }
  }
  return result;
}

type Result = {
  record: FormRecord;
  changed: FieldPath[];
  errors: Map<string, string>;
  disabled: Map<string, boolean>;
  lookups: { path: FieldPath; wish: "FETCH" | "CLEAR" }[];
};

type Entry = Readonly<Record<string, unknown>>;

function readWishes(parts: { field: StoredField; path: FieldPath; entry: Entry; result: Result }): void {
  const { field, path, entry, result } = parts;
  const key = toPathKey(path);
  if ("error" in entry) {
    result.errors.set(key, typeof entry["error"] === "string" ? entry["error"] : "");
  }
  if (typeof entry["disabled"] === "boolean") {
    result.disabled.set(key, entry["disabled"]);
  }
  if (readLookup(field) !== null && (entry["lookup"] === true || entry["lookup"] === "UPDATE")) {
    result.lookups.push({ path, wish: "FETCH" });
  }
  if (readLookup(field) !== null && entry["lookup"] === "CLEAR") {
    result.lookups.push({ path, wish: "CLEAR" });
  }
}

type ValueParts = {
  readonly field: StoredField;
  readonly path: FieldPath;
  readonly entry: Entry;
  readonly options: ApplyOptions;
  readonly result: Result;
};

function applyValue({ field, path, entry, options, result }: ValueParts): void {
  if (!("value" in entry) || !isOverwritable(field, options.copied)) {
    return;
  }
  // kintone's own mark for "leave what is there".
  if (field.type === "NUMBER" && entry["value"] === "#INVALID!") {
    return;
  }
  const value = toFormValue(field, entry["value"]);
  const sent = sentValue(path, options);
  // What the customization left alone may have been typed over meanwhile.
  if (sent.known && isSameValue(value, toFormValue(field, sent.value))) {
    return;
  }
  if (isEntered(result.record, path, options)) {
    return;
  }
  if (!isSameValue(value, readAt(result.record, path))) {
    result.record = writeAt(result.record, path, value);
    result.changed.push(path);
  }
}

function isEntered(record: FormRecord, path: FieldPath, { before }: ApplyOptions): boolean {
  return before !== undefined && !isSameValue(readAt(before, path), readAt(record, path));
}

const sentCopies = new WeakMap<EventRecord, ReadonlyMap<string, unknown>>();

/** Remembers what is sent before handlers may change it in place. */
export function rememberSent(sent: EventRecord): void {
  const values = new Map<string, unknown>();
  for (const [code, entry] of Object.entries(sent.record)) {
    values.set(code, entry.type === "SUBTABLE" ? null : structuredClone(entry.value));
    for (const row of entry.type === "SUBTABLE" && Array.isArray(entry.value) ? entry.value : []) {
      const rowKey = typeof row === "object" && row !== null ? sent.rowKeys.get(row) : undefined;
      for (const [inner, cell] of Object.entries(toObject(toObject(row)["value"]))) {
        values.set(
          toPathKey({ code: inner, table: code, rowKey: rowKey ?? "" }),
          structuredClone(toObject(cell)["value"]),
        );
      }
    }
  }
  sentCopies.set(sent, values);
}

function sentValue(path: FieldPath, { sent }: ApplyOptions): { known: boolean; value: unknown } {
  const values = sent === null ? undefined : sentCopies.get(sent);
  const key = toPathKey(path);
  return { known: values?.has(key) ?? false, value: values?.get(key) };
}

function applyTable(parts: { field: StoredField; entry: Entry; options: ApplyOptions; result: Result }): void {
  const { field, entry, options, result } = parts;
  if (!Array.isArray(entry["value"])) {
    return;
  }
  const present = readRows(result.record, field.code);
  const before = readRows(options.before ?? result.record, field.code);
  if (before.length !== present.length || before.some(({ key }, index) => key !== present[index]?.key)) {
    // Someone has added, moved or removed rows since then.
    return;
  }
  const inner = field.fields ?? [];
  const matched = matchRows(entry["value"], present, options.sent);
  const rows = entry["value"].map((raw: unknown, index): { row: FormRow; raw: Entry; isNew: boolean } => {
    const row = matched[index];
    const values = Object.fromEntries(inner.map((cell) => [cell.code, emptyValueOf(cell)]));
    return row === undefined || row === null
      ? { row: { key: createRowKey(), id: null, values }, raw: toObject(raw), isNew: true }
      : { row, raw: toObject(raw), isNew: false };
  });
  result.record = writeRows(
    result.record,
    field.code,
    rows.map(({ row }) => row),
  );
  for (const { row, raw, isNew } of rows) {
    const cells = toObject(raw["value"]);
    for (const cell of inner) {
      const path = { code: cell.code, table: field.code, rowKey: row.key };
      readWishes({ field: cell, path, entry: toObject(cells[cell.code]), result });
      const allowed = isNew ? { fields: options.fields, copied: options.copied, sent: null } : options;
      applyValue({ field: cell, path, entry: toObject(cells[cell.code]), options: allowed, result });
    }
  }
}

/**
 * Which row of the form each returned row stands for: the same object as was sent, else the same id, else (rows that
 * are not saved yet have none) the next one left. What is left over then is new.
 */
function matchRows(
  returned: readonly unknown[],
  present: readonly FormRow[],
  sent: EventRecord | null,
): (FormRow | null)[] {
  const unused = new Set(present);
  const take = (row: FormRow | undefined): FormRow | null => {
    if (row !== undefined) {
      unused.delete(row);
    }
    return row ?? null;
  };
  const known = returned.map((raw) => {
    const key = typeof raw === "object" && raw !== null ? sent?.rowKeys.get(raw) : undefined;
    return take(key === undefined ? undefined : [...unused].find((row) => row.key === key));
  });
  const identified = returned.map((raw, index) => {
    const id = readText(toObject(raw)["id"]);
    return known[index] ?? take(id === "" ? undefined : [...unused].find((row) => row.id === id));
  });
  return returned.map((raw, index) => {
    const unsaved = readText(toObject(raw)["id"]) === "";
    return identified[index] ?? take(unsaved ? [...unused].find((row) => row.id === null) : undefined);
  });
}

/** A value from a customization in the form that the form keeps. */
export function toFormValue(field: StoredField, value: unknown): unknown {
  const empty = emptyValueOf(field);
  if (value === undefined || value === null) {
    return empty;
  }
  switch (field.type) {
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return readTexts(value);
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return readPrincipals(value);
    case "FILE":
      return value;
    default:
      return readText(value) === "" ? empty : readText(value);
  }
}
