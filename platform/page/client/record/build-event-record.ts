import type { StoredField } from "../../../store/app-settings.ts";
import { readLookup } from "../field/field-settings.ts";
import type { FieldObject, RecordObject } from "../kintone/page-state.ts";
import { readRows, toPathKey } from "./form-record.ts";
import type { FieldPath, FormRecord, FormRow } from "./form-record.ts";

/**
 * How empty values look to a customization (fact sheet §3.6, measured): `saved` in detail and success events and in
 * the desktop `edit.show`, `editing` while creating and on phones, `desktopEdit` in what the desktop editor gives.
 */
export type ValueContext = "saved" | "editing" | "desktopEdit";

export type BuildOptions = {
  readonly fields: readonly StoredField[];
  readonly context: ValueContext;
  /** Attachments are told only on saved records and in the desktop `edit.show`. */
  readonly withFiles: boolean;
};

/** An event's record, and which of its row objects stands for which row of the form. */
export type EventRecord = { readonly record: RecordObject; readonly rowKeys: WeakMap<object, string> };

/** The record as a customization receives it: a copy that it may change. */
export function buildEventRecord(form: FormRecord, options: BuildOptions): EventRecord {
  const rowKeys = new WeakMap<object, string>();
  const record: RecordObject = {};
  for (const field of options.fields) {
    if (!(field.code in form.values)) {
      continue;
    }
    record[field.code] =
      field.type === "SUBTABLE"
        ? {
            type: "SUBTABLE",
            value: readRows(form, field.code).map((row) => buildRow(form, { field, row, rowKeys, options })),
          }
        : buildEntry(form, { field, path: { code: field.code }, value: form.values[field.code], options });
  }
  if (form.id !== null) {
    record["$id"] = { type: "__ID__", value: form.id };
    record["$revision"] = { type: "__REVISION__", value: form.revision ?? "" };
  }
  return { record, rowKeys };
}

type RowParts = {
  readonly field: StoredField;
  readonly row: FormRow;
  readonly rowKeys: WeakMap<object, string>;
  readonly options: BuildOptions;
};

function buildRow(form: FormRecord, { field, row, rowKeys, options }: RowParts): object {
  const value: RecordObject = {};
  for (const inner of field.fields ?? []) {
    const path = { code: inner.code, table: field.code, rowKey: row.key };
    value[inner.code] = buildEntry(form, { field: inner, path, value: row.values[inner.code], options });
  }
  const built = { id: row.id, value };
  rowKeys.set(built, row.key);
  return built;
}

type EntryParts = {
  readonly field: StoredField;
  readonly path: FieldPath;
  readonly value: unknown;
  readonly options: BuildOptions;
};

function buildEntry(form: FormRecord, { field, path, value, options }: EntryParts): FieldObject {
  const entry: FieldObject = { type: field.type, value: toContextValue(field.type, value, options) };
  if (readLookup(field) !== null) {
    const state = form.lookups[toPathKey(path)];
    entry["confirmed"] = state?.confirmed ?? isFilled(value);
    entry["recordId"] = state?.recordId ?? null;
  }
  return entry;
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}

/** A value with its emptiness told as the context tells it. */
function toContextValue(
  type: string,
  value: unknown,
  { context, withFiles }: Pick<BuildOptions, "context" | "withFiles">,
): unknown {
  if (type === "FILE") {
    return withFiles ? structuredClone(value) : [];
  }
  if (isFilled(value)) {
    return structuredClone(value);
  }
  switch (type) {
    case "SINGLE_LINE_TEXT":
    case "NUMBER":
    case "LINK":
    case "MULTI_LINE_TEXT":
    case "RICH_TEXT":
      return context === "editing" ? undefined : "";
    case "DATE":
    case "TIME":
      return context === "saved" ? null : undefined;
    case "DATETIME":
    case "DROP_DOWN":
    case "RADIO_BUTTON":
      return context === "saved" ? "" : undefined;
    default:
      return value ?? "";
  }
}
