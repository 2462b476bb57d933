import type { StoredField } from "../store/app-settings.ts";

/** A field with a formula, and the table it stands in. */
export type FormulaField = {
  readonly field: StoredField;
  readonly table: StoredField | null;
  readonly expression: string;
};

/** What a formula sees when it names a code. */
export type Reference = {
  readonly field: StoredField;
  readonly table: StoredField | null;
  /** All rows' values: the field is in a table, and the formula is not in that table. */
  readonly isList: boolean;
};

/** The formula of a field; null for a field that people fill. A CALC without one calculates nothing. */
function readExpression(field: StoredField): string | null {
  const expression = field.property["expression"];
  const text = typeof expression === "string" ? expression : "";
  if (field.type === "CALC") {
    return text;
  }
  return field.type === "SINGLE_LINE_TEXT" && text !== "" ? text : null;
}

/** Whether the field's value comes from a formula, so that nobody else may write it. */
export function isCalculated(field: StoredField): boolean {
  return readExpression(field) !== null;
}

/** The fields with formulas in the order of the form, columns of tables after their table. */
export function listFormulaFields(fields: readonly StoredField[]): readonly FormulaField[] {
  const visit = (field: StoredField, table: StoredField | null): readonly FormulaField[] => {
    const expression = readExpression(field);
    const inner = (field.fields ?? []).flatMap((column) => visit(column, field));
    return expression === null ? inner : [{ field, table, expression }, ...inner];
  };
  return fields.flatMap((field) => visit(field, null));
}

/** The field of a code as a formula in `home` (null = outside tables) sees it. */
export function findReference(
  fields: readonly StoredField[],
  code: string,
  home: StoredField | null,
): Reference | null {
  for (const field of fields) {
    if (field.code === code) {
      return { field, table: null, isList: false };
    }
    const inner = field.fields?.find((column) => column.code === code);
    if (inner !== undefined) {
      return { field: inner, table: field, isList: field.id !== home?.id };
    }
  }
  return null;
}
