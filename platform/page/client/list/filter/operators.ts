import type { StoredField } from "../../../../store/app-settings.ts";
import { isSystemField } from "../../record/field-kinds.ts";
import type { ConditionOperator } from "../condition/condition.ts";

const comparisons = ["=", "!=", ">=", "<=", ">", "<"] as const;
const contains = ["like", "not like"] as const;
const presence = ["is empty", "is not empty"] as const;
const choice = ["in", "not in"] as const;
const line = ["like", "not like", "=", "!="] as const;

/** What a field's values can be compared by, the usual one first (fact sheet §6.1). */
const operators: Readonly<Record<string, readonly ConditionOperator[]>> = {
  RECORD_NUMBER: comparisons,
  NUMBER: comparisons,
  CALC: comparisons,
  DATE: comparisons,
  TIME: comparisons,
  DATETIME: comparisons,
  CREATED_TIME: comparisons,
  UPDATED_TIME: comparisons,
  SINGLE_LINE_TEXT: line,
  LINK: line,
  MULTI_LINE_TEXT: [...contains, ...presence],
  RICH_TEXT: contains,
  FILE: [...contains, ...presence],
  DROP_DOWN: choice,
  RADIO_BUTTON: choice,
  CHECK_BOX: choice,
  MULTI_SELECT: choice,
  STATUS: choice,
  CREATOR: choice,
  MODIFIER: choice,
  USER_SELECT: choice,
  ORGANIZATION_SELECT: choice,
  GROUP_SELECT: choice,
  STATUS_ASSIGNEE: choice,
};

/** A field one can filter by: of the record itself, or of a row of one of its tables. */
export type FilterField = { readonly field: StoredField; readonly table: StoredField | null };

/** The fields of an app that can be filtered by, table columns after their table, what the system fills at the end. */
export function listFilterFields(fields: readonly StoredField[]): FilterField[] {
  const ordered = [...fields.filter((field) => !isSystemField(field)), ...fields.filter(isSystemField)];
  return ordered.flatMap((field): FilterField[] => {
    if (field.type === "SUBTABLE") {
      return (field.fields ?? [])
        .filter((inner) => operators[inner.type] !== undefined)
        .map((inner) => ({ field: inner, table: field }));
    }
    return operators[field.type] === undefined || field.property["enabled"] === false ? [] : [{ field, table: null }];
  });
}

/** The comparisons of a field; inside tables kintone refuses `=` and `!=` (GAIA_IQ07). */
export function listOperators({ field, table }: FilterField): readonly ConditionOperator[] {
  const all = operators[field.type] ?? [];
  return table === null ? all : all.filter((operator) => operator !== "=" && operator !== "!=");
}

/** Whether a field's values are days or moments. */
export function isDay(field: StoredField): boolean {
  const shown = field.type === "CALC" ? field.property["format"] : field.type;
  return ["DATE", "DATETIME", "CREATED_TIME", "UPDATED_TIME"].some((type) => type === shown);
}

/** Whether a value to compare with is a number; calculated times and durations (`25:01`) are not. */
export function isNumeric({ type, property }: StoredField): boolean {
  const format = property["format"];
  const isTime = type === "CALC" && (format === "TIME" || format === "HOUR_MINUTE" || format === "DAY_HOUR_MINUTE");
  return ["NUMBER", "CALC", "RECORD_NUMBER"].includes(type) && !isTime;
}
