import type { StoredField } from "../../../store/app-settings.ts";
import { readFlag } from "../field/field-settings.ts";
import { readText } from "../field/read-value.ts";
import { toWallClock } from "../field/zoned-time.ts";
import { emptyValueOf, hasValue, isSystemField } from "./field-kinds.ts";
import { createRowKey } from "./form-record.ts";
import type { FormRecord, FormRow } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

export type StartContext = {
  readonly now: Date;
  readonly timeZone: string;
  readonly user: { readonly code: string; readonly name: string };
};

/** What a form for a new record starts with: the defaults of the fields, one empty row in each table. */
export function buildStartRecord(fields: readonly StoredField[], context: StartContext): FormRecord {
  const values = Object.fromEntries(
    fields
      .filter((field) => hasValue(field) && !isSystemField(field))
      .filter((field) => field.type !== "CATEGORY" || readFlag(field, "enabled"))
      .map((field) => [
        field.code,
        field.type === "SUBTABLE" ? [buildStartRow(field, context)] : startValue(field, context),
      ]),
  );
  return { id: null, revision: null, values, lookups: {} };
}

/** A new row of a table with the defaults of its columns. */
export function buildStartRow(table: StoredField, context: StartContext): FormRow {
  return {
    key: createRowKey(),
    id: null,
    values: Object.fromEntries((table.fields ?? []).map((field) => [field.code, startValue(field, context)])),
  };
}

function startValue(field: StoredField, context: StartContext): unknown {
  if (readFlag(field, "defaultNowValue")) {
    const clock = toWallClock(context.now.toISOString(), context.timeZone);
    switch (field.type) {
      case "DATE":
        return clock.date;
      case "TIME":
        return clock.time;
      case "DATETIME":
        return context.now.toISOString().replace(/:\d\d\.\d{3}Z$/u, ":00Z");
    }
  }
  const given = field.property["defaultValue"];
  if (given === undefined || given === null || given === "") {
    return emptyValueOf(field);
  }
  return field.type.endsWith("_SELECT") && field.type !== "MULTI_SELECT" ? startPrincipals(given, context) : given;
}

function startPrincipals(given: unknown, { user }: StartContext): unknown {
  return (Array.isArray(given) ? given : []).flatMap((item: unknown) => {
    const { code, type, name } = toObject(item);
    if (type === "FUNCTION") {
      return code === "LOGINUSER()" ? [{ code: user.code, name: user.name }] : [];
    }
    return [{ code: readText(code), name: readText(name) || readText(code) }];
  });
}
