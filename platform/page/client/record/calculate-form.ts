import { calculateValues, type FormulaSource } from "../../../formula/calculate-values.ts";
import { compileFormulas } from "../../../formula/compile-formulas.ts";
import { isCalculated } from "../../../formula/formula-fields.ts";
import type { AppSettings, StoredField } from "../../../store/app-settings.ts";
import { readPrincipals, readText, readTexts } from "../field/read-value.ts";
import { pageState } from "../kintone/page-state.ts";
import { isSameValue, readRows, writeRows } from "./form-record.ts";
import type { FieldPath, FormRecord } from "./form-record.ts";
import type { StartContext } from "./start-values.ts";

/** kintone's own initial setting, for a page that does not know its app. */
const initialPrecision = {
  digits: "16",
  decimalPlaces: "4",
  roundingMode: "HALF_EVEN",
} as const satisfies AppSettings["general"]["numberPrecision"];

/**
 * The record with its formulas calculated from what the form holds now, as the server will when it is saved. A field that the reader
 * may not see counts as empty here; the server knows it. The record itself when nothing changes.
 */
export function calculateForm(
  record: FormRecord,
  fields: readonly StoredField[],
  { now, user }: Pick<StartContext, "now" | "user">,
): FormRecord {
  if (compileFormulas(fields).formulas.length === 0) {
    return record;
  }
  const numberPrecision = readNumberPrecision();
  const { top, rows } = calculateValues({ fields, numberPrecision }, toFormulaSource(record, { now, user }));
  let calculated = writeTop(record, fields, top);
  for (const table of fields.filter((field) => field.type === "SUBTABLE")) {
    calculated = writeTable(calculated, table, rows.get(table.id) ?? []);
  }
  return calculated;
}

/** The app's own rounding. */
export function readNumberPrecision(): AppSettings["general"]["numberPrecision"] {
  return pageState.bootstrap?.app?.settings.general?.numberPrecision ?? initialPrecision;
}

/** A form's values as formulas take them. */
export function toFormulaSource(record: FormRecord, start: Pick<StartContext, "now" | "user">): FormulaSource {
  return {
    read: (field) => toRaw(field, record.values[field.code] ?? toStamp(field, start)),
    rows: (table) => readRows(record, table.code).map((row) => (field) => toRaw(field, row.values[field.code])),
  };
}

/** Where the automatic texts of a record stand: kintone fires `change` when they are filled, as if someone had typed them. */
export function listAutomaticTexts(record: FormRecord, fields: readonly StoredField[]): readonly FieldPath[] {
  return fields.flatMap((field): readonly FieldPath[] => {
    if (field.type !== "SUBTABLE") {
      return isAutomaticText(field) ? [{ code: field.code }] : [];
    }
    const columns = (field.fields ?? []).filter(isAutomaticText);
    return readRows(record, field.code).flatMap((row) =>
      columns.map(({ code }) => ({ code, table: field.code, rowKey: row.key })),
    );
  });
}

function isAutomaticText(field: StoredField): boolean {
  return field.type === "SINGLE_LINE_TEXT" && isCalculated(field);
}

type Results = ReadonlyMap<number, string>;

function writeTop(record: FormRecord, fields: readonly StoredField[], results: Results): FormRecord {
  const changed = changedValues(record.values, fields, results);
  return changed.length === 0 ? record : { ...record, values: { ...record.values, ...Object.fromEntries(changed) } };
}

function writeTable(record: FormRecord, table: StoredField, results: readonly Results[]): FormRecord {
  let isChanged = false;
  const rows = readRows(record, table.code).map((row, index) => {
    const changed = changedValues(row.values, table.fields ?? [], results[index] ?? new Map());
    isChanged ||= changed.length > 0;
    return changed.length === 0 ? row : { ...row, values: { ...row.values, ...Object.fromEntries(changed) } };
  });
  return isChanged ? writeRows(record, table.code, rows) : record;
}

/** A field that the record does not carry (its reader may not see it) is not put there. */
function changedValues(
  values: Readonly<Record<string, unknown>>,
  fields: readonly StoredField[],
  results: Results,
): readonly (readonly [string, string])[] {
  return fields.flatMap(({ id, code }) => {
    const result = results.get(id);
    return result === undefined || !(code in values) || isSameValue(values[code], result)
      ? []
      : [[code, result] as const];
  });
}

/** What a record that is not saved yet will have. */
function toStamp({ type }: StoredField, { now, user }: Pick<StartContext, "now" | "user">): unknown {
  switch (type) {
    case "CREATED_TIME":
    case "UPDATED_TIME":
      return now.toISOString().replace(/:\d\d\.\d{3}Z$/u, ":00Z");
    case "CREATOR":
    case "MODIFIER":
      return user;
    default:
      return "";
  }
}

function toRaw({ type }: StoredField, value: unknown): string | readonly string[] {
  switch (type) {
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return readTexts(value);
    case "CREATOR":
    case "MODIFIER":
      return readPrincipals(value)[0]?.name ?? "";
    default:
      return readText(value);
  }
}
