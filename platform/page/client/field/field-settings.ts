import type { StoredField } from "../../../store/app-settings.ts";

export type Option = { readonly value: string; readonly label: string };

/** The name that people read; the code when a field has no label of its own. */
export function fieldLabel(field: StoredField): string {
  return readSetting(field, "label") || field.code;
}

/** A setting that is text, `""` when it is missing or something else. */
export function readSetting(field: StoredField, key: string): string {
  const value = field.property[key];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** A setting that is yes or no; kintone answers booleans, some clients write them as text. */
export function readFlag(field: StoredField, key: string): boolean {
  const value = field.property[key];
  return value === true || value === "true";
}

/** Whether the form marks the field as 必須. kintone accepts `required` on a radio button but never enforces it. */
export function isRequired(field: StoredField): boolean {
  return readFlag(field, "required") && field.type !== "CALC";
}

/** The choices of a field in their order. */
export function readOptions(field: StoredField): Option[] {
  const options = field.property["options"];
  if (typeof options !== "object" || options === null) {
    return [];
  }
  return Object.entries(options)
    .map(([name, option]: [string, unknown]) => ({ value: name, label: name, index: readIndex(option) }))
    .toSorted((one, other) => one.index - other.index)
    .map(({ value, label }) => ({ value, label }));
}

function readIndex(option: unknown): number {
  const index = typeof option === "object" && option !== null && "index" in option ? Number(option.index) : Number.NaN;
  return Number.isNaN(index) ? 0 : index;
}

export type LookupSettings = {
  readonly app: string;
  readonly keyField: string;
  readonly mappings: readonly { readonly field: string; readonly relatedField: string }[];
  readonly pickerFields: readonly string[];
  readonly filterCond: string;
  readonly sort: string;
};

/** What a lookup field copies and from where, `null` for a field that is no lookup. */
export function readLookup(field: StoredField): LookupSettings | null {
  const lookup = toRecord(field.property["lookup"]);
  if (lookup === null) {
    return null;
  }
  return {
    app: text(toRecord(lookup["relatedApp"])?.["app"]),
    keyField: text(lookup["relatedKeyField"]),
    mappings: list(lookup["fieldMappings"]).map((mapping) => {
      const entry = toRecord(mapping);
      return { field: text(entry?.["field"]), relatedField: text(entry?.["relatedField"]) };
    }),
    pickerFields: list(lookup["lookupPickerFields"]).map(text),
    filterCond: text(lookup["filterCond"]),
    sort: text(lookup["sort"]),
  };
}

export type ReferenceSettings = {
  readonly app: string;
  readonly field: string;
  readonly relatedField: string;
  readonly displayFields: readonly string[];
  readonly filterCond: string;
  readonly sort: string;
  readonly size: number;
};

/** Which records a REFERENCE_TABLE lists, `null` for another field. */
export function readReference(field: StoredField): ReferenceSettings | null {
  const reference = toRecord(field.property["referenceTable"]);
  if (reference === null) {
    return null;
  }
  const condition = toRecord(reference["condition"]);
  return {
    app: text(toRecord(reference["relatedApp"])?.["app"]),
    field: text(condition?.["field"]),
    relatedField: text(condition?.["relatedField"]),
    displayFields: list(reference["displayFields"]).map(text),
    filterCond: text(reference["filterCond"]),
    sort: text(reference["sort"]),
    size: Number(text(reference["size"])) || 5,
  };
}

function toRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
