import type { CellField, FieldDeclaration, LookupField } from "../schema/field-declaration.ts";

/** A field as kintone's form fields API takes and answers it; numbers are strings there. */
export type Property = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly code: string;
  readonly label: string;
};

/** Builds the property of a field that names no other app, with every key kintone answers, so that equal means equal. */
export function buildProperty(
  code: string,
  field: Exclude<FieldDeclaration, LookupField | { type: "REFERENCE_TABLE" }>,
): Property {
  if (field.type === "SUBTABLE") {
    const fields = Object.fromEntries(
      Object.entries(field.fields).map(([cellCode, cell]) => [cellCode, buildProperty(cellCode, cell)]),
    );
    return { type: "SUBTABLE", code, label: field.label, noLabel: false, fields };
  }
  return {
    type: field.type,
    code,
    label: field.label,
    noLabel: false,
    required: field.required ?? false,
    ...ownKeys(field),
  };
}

function ownKeys(field: CellField): Readonly<Record<string, unknown>> {
  switch (field.type) {
    case "SINGLE_LINE_TEXT":
      return {
        unique: field.unique ?? false,
        minLength: "",
        maxLength: String(field.maxLength ?? ""),
        defaultValue: field.defaultValue ?? "",
        expression: field.expression ?? "",
        hideExpression: field.expression !== undefined,
      };
    case "MULTI_LINE_TEXT":
      return { defaultValue: "" };
    case "NUMBER":
      return {
        unique: false,
        minValue: "",
        maxValue: "",
        defaultValue: "",
        digit: field.grouped ?? false,
        displayScale: "",
        unit: field.unit ?? "",
        unitPosition: field.unitPosition ?? "AFTER",
      };
    case "DATE":
      return { unique: false, defaultValue: "", defaultNowValue: false };
    case "LINK":
      return { unique: false, minLength: "", maxLength: "", defaultValue: "", protocol: field.protocol };
    case "FILE":
      return { thumbnailSize: "150" };
    case "RADIO_BUTTON":
      return {
        options: buildOptions(field.options),
        defaultValue: field.defaultValue ?? field.options[0] ?? "",
        align: "HORIZONTAL",
      };
    case "DROP_DOWN":
      return { options: buildOptions(field.options), defaultValue: field.defaultValue ?? "" };
    case "CHECK_BOX":
      return {
        options: buildOptions(field.options),
        defaultValue: [],
        align: field.vertical === true ? "VERTICAL" : "HORIZONTAL",
      };
    case "MULTI_SELECT":
      return { options: buildOptions(field.options), defaultValue: [] };
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      break;
  }
  return { entities: [], defaultValue: [] };
}

function buildOptions(options: readonly string[]): Readonly<Record<string, { label: string; index: string }>> {
  return Object.fromEntries(options.map((label, index) => [label, { label, index: String(index) }]));
}
