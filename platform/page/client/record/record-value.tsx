import type { ReactElement } from "react";
import { isCalculated } from "../../../formula/formula-fields.ts";
import type { ErrorMark } from "../../../formula/formula-value.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { FieldValue } from "../field/field-value.tsx";
import { pageLanguage, pageState } from "../kintone/page-state.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { translate } from "../shell/translate.ts";
import { readErrorMark } from "./error-mark.ts";
import { type FieldPath, type FormRecord, readAt } from "./form-record.ts";
import { currentStartContext } from "./start-context.ts";

/** The value at a place of a record to read; the mark of a calculation that has no result in its stead. */
export function RecordValue({
  field,
  record,
  path = { code: field.code },
}: {
  readonly field: StoredField;
  readonly record: FormRecord;
  readonly path?: FieldPath;
}): ReactElement {
  const mark = findMark(field, record, path);
  return mark === null ? (
    <FieldValue field={field} value={readAt(record, path)} language={pageLanguage()} />
  ) : (
    <MarkValue mark={mark} />
  );
}

/** The mark of a place in a record of this page's app; `null` where there is a value, or none is missing. */
export function findMark(field: StoredField, record: FormRecord, path: FieldPath): ErrorMark | null {
  const fields = isCalculated(field) ? pageState.bootstrap?.app?.settings.fields : undefined;
  return fields === undefined ? null : readErrorMark(record, path, { fields, start: currentStartContext() });
}

/** The mark as kintone writes it, with what it means. */
export function MarkValue({ mark }: { readonly mark: ErrorMark }): ReactElement {
  const meaning = translate(fieldMessages[mark]);
  return (
    <span className="kp-calc-error" title={meaning}>
      {mark}
      <span className="kp-visually-hidden">{meaning}</span>
    </span>
  );
}
