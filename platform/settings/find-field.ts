import type { StoredField } from "../store/app-settings.ts";

/** Every field of a form, those in tables included. */
export function allFields(fields: readonly StoredField[]): readonly StoredField[] {
  return fields.flatMap((field) => [field, ...(field.fields ?? [])]);
}

export function findField(fields: readonly StoredField[], code: string): StoredField | undefined {
  return fields.find((field) => field.code === code);
}

/** A field by its code wherever it stands, with the table it stands in. */
export function findAnyField(
  fields: readonly StoredField[],
  code: string,
): { readonly field: StoredField; readonly table: StoredField | null } | null {
  for (const field of fields) {
    if (field.code === code) {
      return { field, table: null };
    }
    const inner = field.fields === undefined ? undefined : findField(field.fields, code);
    if (inner !== undefined) {
      return { field: inner, table: field };
    }
  }
  return null;
}

/** The code of an app's field of a system type, such as its record number. */
export function codeOfType(fields: readonly StoredField[], type: string): string {
  return fields.find((field) => field.type === type)?.code ?? "";
}
