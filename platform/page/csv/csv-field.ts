import type { StoredField } from "../../store/app-settings.ts";

/** A field that a CSV file can hold, with the table it stands in. */
export type CsvField = {
  readonly code: string;
  readonly label: string;
  readonly type: string;
  /** Code of the table; null = the record itself. */
  readonly table: string | null;
  readonly isUnique: boolean;
  /** A new record is refused without a value, and nothing fills one in. */
  readonly isRequired: boolean;
};

/** kintone puts neither files nor what carries no value into a CSV file. */
const withoutCsv = new Set(["FILE", "GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR", "CATEGORY", "SUBTABLE"]);

/** What an import cannot set. */
const notWritable = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CALC",
]);

/** The mark of the lines on which a record begins, when a record takes several; the heading is kintone's. */
export const startHeading = { ja: "レコードの開始行", en: "Start of record" } as const;

/** The fields of an app in their order; a table gives its own fields. */
export function listCsvFields(fields: readonly StoredField[]): readonly CsvField[] {
  return fields.flatMap((field) =>
    field.type === "SUBTABLE"
      ? (field.fields ?? []).filter(hasCsv).map((inner) => toCsvField(inner, field.code))
      : hasCsv(field)
        ? [toCsvField(field, null)]
        : [],
  );
}

export function isWritableCsvField(field: CsvField): boolean {
  return !notWritable.has(field.type);
}

function hasCsv(field: StoredField): boolean {
  return !withoutCsv.has(field.type) && field.property["enabled"] !== false;
}

function toCsvField({ code, type, property }: StoredField, table: string | null): CsvField {
  const { label } = property;
  return {
    code,
    type,
    table,
    label: typeof label === "string" && label !== "" ? label : code,
    isUnique: property["unique"] === true,
    isRequired: property["required"] === true && !hasDefault(property),
  };
}

function hasDefault({ defaultValue, defaultNowValue }: StoredField["property"]): boolean {
  const isEmpty = defaultValue === undefined || defaultValue === "" || defaultValue === null;
  return defaultNowValue === true || !(isEmpty || (Array.isArray(defaultValue) && defaultValue.length === 0));
}
