import type { StoredField } from "../store/app-settings.ts";
import { parseDecimal } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";

/** Reads what a field's property says, as `GET app/form/fields.json` writes it (fact sheet §8.4). */

export type Lookup = {
  readonly appId: number;
  readonly keyField: string;
  readonly mappings: readonly { readonly field: string; readonly relatedField: string }[];
};

export type DefaultEntity = { readonly type: string; readonly code: string };

/** Whether a flag like `required`, `unique` or `defaultNowValue` is set. */
export function hasFlag(field: StoredField, name: string): boolean {
  const value = field.property[name];
  return value === true || value === "true";
}

/** A whole-number limit like `maxLength`; null = none. */
export function readLengthLimit(field: StoredField, name: "minLength" | "maxLength"): number | null {
  const value = field.property[name];
  return typeof value === "string" && /^\d+$/u.test(value) ? Number(value) : null;
}

/** A limit of a number field; null = none. */
export function readNumberLimit(field: StoredField, name: "minValue" | "maxValue"): Decimal | null {
  const value = field.property[name];
  return typeof value === "string" ? parseDecimal(value) : null;
}

/** The options of a choice in their order; null for fields without options. */
export function readOptions(field: StoredField): readonly string[] | null {
  const options = field.property["options"];
  if (!isObject(options)) {
    return null;
  }
  return Object.entries(options)
    .map(([key, option]) => ({
      label: isObject(option) && typeof option["label"] === "string" ? option["label"] : key,
      index: isObject(option) ? Number(option["index"]) : 0,
    }))
    .toSorted((left, right) => left.index - right.index)
    .map(({ label }) => label);
}

/** The lookup of a key field; null for other fields. */
export function readLookup(field: StoredField): Lookup | null {
  const lookup = field.property["lookup"];
  if (!isObject(lookup) || !isObject(lookup["relatedApp"])) {
    return null;
  }
  const mappings = Array.isArray(lookup["fieldMappings"]) ? lookup["fieldMappings"] : [];
  return {
    appId: Number(lookup["relatedApp"]["app"]),
    keyField: String(lookup["relatedKeyField"]),
    mappings: mappings
      .filter(isObject)
      .map((mapping) => ({ field: String(mapping["field"]), relatedField: String(mapping["relatedField"]) })),
  };
}

/** The default of a text, number or single choice. */
export function readDefaultText(field: StoredField): string {
  const value = field.property["defaultValue"];
  return typeof value === "string" ? value : "";
}

/** The default of a check box or multi-select. */
export function readDefaultTexts(field: StoredField): readonly string[] {
  const value = field.property["defaultValue"];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The default of a user, organization or group selection; functions like LOGINUSER() have the type FUNCTION. */
export function readDefaultEntities(field: StoredField): readonly DefaultEntity[] {
  const value = field.property["defaultValue"];
  return Array.isArray(value)
    ? value.filter(isObject).map((item) => ({ type: String(item["type"]), code: String(item["code"]) }))
    : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
