import type { StoredField } from "../../../store/app-settings.ts";
import type { AppActionStart } from "../../bootstrap.ts";
import { readText } from "../field/read-value.ts";
import { emptyValueOf } from "./field-kinds.ts";
import type { FormRecord } from "./form-record.ts";

/** A new record with the values that an app action copies from its source. What does not fit a field leaves it as it was. */
export function applyAction(
  start: FormRecord,
  {
    fields,
    action,
    source,
    origin,
  }: {
    readonly fields: readonly StoredField[];
    readonly action: AppActionStart;
    readonly source: FormRecord;
    readonly origin: string;
  },
): FormRecord {
  const copied = action.mappings.flatMap((mapping): readonly (readonly [string, unknown])[] => {
    const target = fields.find(({ code }) => code === mapping.destField);
    if (target === undefined) {
      return [];
    }
    if (mapping.srcType === "RECORD_URL") {
      return [[target.code, `${origin}/k/${action.sourceApp}/show#record=${action.sourceRecord}`]];
    }
    const from = action.fields.find(({ code }) => code === mapping.srcField);
    const value = source.values[mapping.srcField];
    return from === undefined ? [] : convert(value, from, target).map((result) => [target.code, result] as const);
  });
  return { ...start, values: { ...start.values, ...Object.fromEntries(copied) } };
}

/** The value as the target takes it, or nothing: lists go only into fields of the same kind, texts into texts. */
function convert(value: unknown, from: StoredField, target: StoredField): readonly unknown[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (from.type === target.type) {
    return [value];
  }
  const isText = typeof emptyValueOf(target) === "string";
  return isText && (typeof value === "string" || typeof value === "number") ? [readText(value)] : [];
}
