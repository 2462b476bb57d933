import type { AppSettings, StoredField } from "../store/app-settings.ts";
import { readLookup } from "./field-property.ts";

/** The fields of one copy of an app's settings, found by code. */
export type AppFields = {
  readonly top: ReadonlyMap<string, StoredField>;
  /** The fields of each table by the table's field id. */
  readonly inner: ReadonlyMap<number, ReadonlyMap<string, StoredField>>;
  /** Codes that a lookup fills; what a caller sends for them is ignored (fact sheet §7.2). */
  readonly copied: ReadonlySet<string>;
};

const known = new WeakMap<AppSettings, AppFields>();

/** The fields by code; computed once for each settings value. */
export function toAppFields(settings: AppSettings): AppFields {
  const cached = known.get(settings);
  if (cached) {
    return cached;
  }
  const tables = settings.fields.filter((field) => field.type === "SUBTABLE");
  const everyField = settings.fields.flatMap((field) => [field, ...(field.fields ?? [])]);
  const fields: AppFields = {
    top: new Map(settings.fields.map((field) => [field.code, field])),
    inner: new Map(
      tables.map((table) => [table.id, new Map((table.fields ?? []).map((field) => [field.code, field]))]),
    ),
    copied: new Set(everyField.flatMap((field) => readLookup(field)?.mappings.map((mapping) => mapping.field) ?? [])),
  };
  known.set(settings, fields);
  return fields;
}

/** The states of the process in their order; empty while process management is off. */
export function readStates(settings: AppSettings): readonly string[] {
  const { enable, states } = settings.process;
  return enable
    ? states.toSorted((left, right) => Number(left.index) - Number(right.index)).map(({ name }) => name)
    : [];
}
