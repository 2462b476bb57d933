import { calculateValues } from "../../../formula/calculate-values.ts";
import { compileFormulas } from "../../../formula/compile-formulas.ts";
import type { ErrorMark } from "../../../formula/formula-value.ts";
import { isCalculated } from "../../../formula/formula-fields.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { readNumberPrecision, toFormulaSource } from "./calculate-form.ts";
import { type FieldPath, type FormRecord, readAt, readRows } from "./form-record.ts";
import { isSystemField } from "./field-kinds.ts";
import type { StartContext } from "./start-values.ts";

const known = new WeakMap<FormRecord, ReadonlyMap<string, ErrorMark>>();

/**
 * What kintone's pages show in a calculated field that has no value because it cannot be calculated. REST answers `""` for it, so the
 * page calculates again, once for a record and only when such a field is empty.
 */
export function readErrorMark(
  record: FormRecord,
  path: FieldPath,
  { fields, start }: { readonly fields: readonly StoredField[]; readonly start: Pick<StartContext, "now" | "user"> },
): ErrorMark | null {
  const table = path.table === undefined ? undefined : fields.find(({ code }) => code === path.table);
  const field = (table?.fields ?? fields).find(({ code }) => code === path.code);
  if (field === undefined || !isCalculated(field) || readAt(record, path) !== "") {
    return null;
  }
  const marks = known.get(record) ?? calculateMarks(record, fields, start);
  known.set(record, marks);
  const row = table === undefined ? "" : `/${readRows(record, table.code).findIndex(({ key }) => key === path.rowKey)}`;
  return marks.get(`${field.id}${row}`) ?? null;
}

/** Nothing when a formula asks for a field that the reader may not see: what it would give is not known here. */
function calculateMarks(
  record: FormRecord,
  fields: readonly StoredField[],
  start: Pick<StartContext, "now" | "user">,
): ReadonlyMap<string, ErrorMark> {
  const asked = compileFormulas(fields).formulas.flatMap(({ references }) => [...references.values()]);
  const isUnknown = asked.some(
    ({ field, table }) => !isSystemField(field) && !((table?.code ?? field.code) in record.values),
  );
  return isUnknown
    ? new Map()
    : calculateValues({ fields, numberPrecision: readNumberPrecision() }, toFormulaSource(record, start)).marks;
}
