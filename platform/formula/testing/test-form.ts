import type { StoredField } from "../../store/app-settings.ts";
import { calculateValues } from "../calculate-values.ts";

type TestValue = string | readonly string[];

export const testPrecision = { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN" } as const;

let lastId = 0;

/** A field for tests; `format` and so on go into the property. */
export function testField(
  code: string,
  type: string,
  property: Readonly<Record<string, unknown>> = {},
  fields?: readonly StoredField[],
): StoredField {
  lastId += 1;
  return { id: lastId, code, type, property: { label: code, ...property }, ...(fields && { fields }) };
}

/** A form with a field of each kind that formulas read, a table among them. */
export const testFields: readonly StoredField[] = [
  testField("n", "NUMBER"),
  testField("m", "NUMBER"),
  testField("t", "SINGLE_LINE_TEXT"),
  testField("d", "DATE"),
  testField("dt", "DATETIME"),
  testField("time", "TIME"),
  testField("radio", "RADIO_BUTTON"),
  testField("boxes", "CHECK_BOX"),
  testField("long", "MULTI_LINE_TEXT"),
  testField("link", "LINK"),
  testField("created", "CREATED_TIME"),
  testField("who", "CREATOR"),
  testField("rows", "SUBTABLE", {}, [
    testField("qty", "NUMBER"),
    testField("price", "NUMBER"),
    testField("name", "SINGLE_LINE_TEXT"),
    testField("marks", "CHECK_BOX"),
  ]),
];

/** The values of some calculated fields for one record, by code; of columns as `code[row]`. */
export function calculateTest(
  fields: readonly StoredField[],
  record: Readonly<Record<string, TestValue>>,
  rows: readonly Readonly<Record<string, TestValue>>[] = [],
  numberPrecision: Parameters<typeof calculateValues>[0]["numberPrecision"] = testPrecision,
): Readonly<Record<string, string>> {
  const { top, rows: inner } = calculateValues(
    { fields, numberPrecision },
    {
      read: (field) => record[field.code] ?? "",
      rows: () => rows.map((row) => (field) => row[field.code] ?? ""),
    },
  );
  const results: Record<string, string> = {};
  for (const field of fields) {
    const value = top.get(field.id);
    if (value !== undefined) {
      results[field.code] = value;
    }
    for (const column of field.fields ?? []) {
      for (const [index, row] of (inner.get(field.id) ?? []).entries()) {
        const cell = row.get(column.id);
        if (cell !== undefined) {
          results[`${column.code}[${index}]`] = cell;
        }
      }
    }
  }
  return results;
}
