import { isDay, toEpochDay } from "../query/calendar.ts";
import type { AppSettings, StoredField } from "../store/app-settings.ts";
import { compileFormulas, type CompiledFormula } from "./compile-formulas.ts";
import { readNumber, type Precision } from "./convert-value.ts";
import { evaluate } from "./evaluate.ts";
import { emptyValue, errorValue, silentError, toText, type ErrorMark, type FormulaValue } from "./formula-value.ts";
import { toStoredResult } from "./store-result.ts";

/** The values that formulas start from, as texts; a check box or multi-select as a list. */
export type FormulaSource = {
  readonly read: (field: StoredField) => string | readonly string[];
  /** For each row of a table how its columns are read. */
  readonly rows: (table: StoredField) => readonly ((field: StoredField) => string | readonly string[])[];
};

export type CalculatedValues = {
  /** By field id. */
  readonly top: ReadonlyMap<number, string>;
  /** By table id, then for each row by field id. */
  readonly rows: ReadonlyMap<number, readonly ReadonlyMap<number, string>[]>;
  /** What a page shows where there is no value, by `field id` or `field id/row`; nothing of it reaches REST. */
  readonly marks: ReadonlyMap<string, ErrorMark>;
};

/** Calculates every formula of a form for one record. A formula that cannot be used leaves its field empty. */
export function calculateValues(
  settings: {
    readonly fields: readonly StoredField[];
    readonly numberPrecision: AppSettings["general"]["numberPrecision"];
  },
  source: FormulaSource,
): CalculatedValues {
  const { fields } = settings;
  const { formulas, faults } = compileFormulas(fields);
  const precision = toPrecision(settings.numberPrecision);
  const results = new Map<string, FormulaValue>();
  const marks = new Map<string, ErrorMark>();
  const top = new Map<number, string>();
  const broken = new Set(faults.map(({ field }) => field.id));
  const valueOf = (field: StoredField, place: Place): FormulaValue => {
    const result = results.get(toKey(field, place));
    if (result !== undefined) {
      return result;
    }
    return broken.has(field.id) ? silentError : toValue(field, place.read(field));
  };
  const outside: Place = { row: null, read: source.read };
  const tables = new Map(
    fields
      .filter((field) => field.type === "SUBTABLE")
      .map((table) => [table.id, source.rows(table).map((read, row): Place => ({ row, read }))]),
  );
  const rows = new Map<number, readonly Map<number, string>[]>(
    [...tables].map(([id, places]) => [id, places.map(() => new Map())]),
  );
  const placesOf = (table: StoredField): readonly Place[] => tables.get(table.id) ?? [];
  const calculate = ({ field, formula, references }: CompiledFormula, place: Place): string => {
    const value = evaluate(formula, {
      precision,
      read: (code) => {
        const reference = references.get(code);
        if (reference === undefined) {
          return silentError;
        }
        if (reference.table === null) {
          return valueOf(reference.field, outside);
        }
        return reference.isList
          ? { kind: "list", items: placesOf(reference.table).map((each) => valueOf(reference.field, each)) }
          : valueOf(reference.field, place);
      },
    });
    const stored = toStoredResult(field, value);
    const mark = toMark(value, stored);
    if (mark !== null) {
      marks.set(toKey(field, place), mark);
    }
    results.set(toKey(field, place), toResult(field, value, stored));
    return stored;
  };
  for (const entry of formulas) {
    if (entry.table === null) {
      top.set(entry.field.id, calculate(entry, outside));
    } else {
      for (const [row, place] of placesOf(entry.table).entries()) {
        rows.get(entry.table.id)?.[row]?.set(entry.field.id, calculate(entry, place));
      }
    }
  }
  return { top, rows, marks };
}

/** A text that came out of a calculation is no error; one that the field's format has no place for is. */
function toMark(value: FormulaValue, stored: string): ErrorMark | null {
  if (value.kind === "error") {
    return value.mark;
  }
  const isLost = stored === "" && value.kind !== "empty" && !(value.kind === "text" && value.text === "");
  return isLost ? "#CONVERT!" : null;
}

type Place = { readonly row: number | null; readonly read: (field: StoredField) => string | readonly string[] };

function toKey({ id }: StoredField, { row }: Place): string {
  return row === null ? String(id) : `${id}/${row}`;
}

function toPrecision({ digits, decimalPlaces, roundingMode }: AppSettings["general"]["numberPrecision"]): Precision {
  return { digits: toCount(digits, 16), places: toCount(decimalPlaces, 4), mode: roundingMode };
}

function toCount(text: string, fallback: number): number {
  return /^\d{1,2}$/u.test(text) ? Number(text) : fallback;
}

/** What another formula sees of a calculated field: a CALC is a number or nothing, an automatic text is a text. */
function toResult(field: StoredField, value: FormulaValue, stored: string): FormulaValue {
  if (field.type !== "CALC") {
    return value.kind === "error"
      ? value
      : value.kind === "list"
        ? errorValue
        : stored === ""
          ? emptyValue
          : toText(stored);
  }
  // A CALC that shows a boolean is a number (kintone help); one that lost its text is an error.
  if (value.kind === "boolean") {
    return readNumber(stored);
  }
  return value.kind === "number" || value.kind === "empty" || value.kind === "error" ? value : errorValue;
}

/** A stored value as formulas take it: moments as seconds since 1970, a day as its midnight in UTC, a time of day as seconds. */
function toValue(field: StoredField, raw: string | readonly string[]): FormulaValue {
  if (typeof raw !== "string") {
    return { kind: "list", items: raw.map(toText) };
  }
  switch (field.type) {
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return { kind: "list", items: [] };
    case "NUMBER":
    case "CALC":
      return readNumber(raw);
    case "DATE":
      return raw === "" ? emptyValue : toMoment(isDay(raw) ? toEpochDay(raw) * 86_400 : null);
    case "TIME":
      return raw === "" ? emptyValue : toMoment(readClock(raw));
    case "DATETIME":
    case "CREATED_TIME":
    case "UPDATED_TIME":
      return raw === "" ? emptyValue : toMoment(readInstant(raw));
    default:
      return raw === "" ? emptyValue : toText(raw);
  }
}

function readInstant(text: string): number | null {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}

function readClock(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/u.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 3600 + Number(minute) * 60;
}

function toMoment(seconds: number | null): FormulaValue {
  return seconds === null ? errorValue : readNumber(String(seconds));
}
