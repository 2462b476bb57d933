import type { ReactElement } from "react";
import { isCalculated } from "../../../formula/formula-fields.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { FieldInput } from "../field/field-input.tsx";
import { readFlag, readLookup, readReference, readSetting } from "../field/field-settings.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { translate } from "../shell/translate.ts";
import { FieldBox } from "./field-box.tsx";
import { isEnterable } from "./field-kinds.ts";
import { readAt, toPathKey } from "./form-record.ts";
import type { FieldPath, FormRecord } from "./form-record.ts";
import type { FormParts } from "./form-parts.ts";
import { LookupInput } from "./lookup-input.tsx";
import { RecordValue } from "./record-value.tsx";
import { ReferenceTable } from "./reference-table.tsx";
import { useObservable } from "./use-observable.ts";

/** The id of the box at a path; labels and the way to the first error use it. */
export function inputIdOf(path: FieldPath): string {
  return `kp-input-${toPathKey(path).replaceAll("/", "-")}`;
}

/** A field of the form, outside tables. */
export function FormField({
  field,
  parts,
  help,
}: {
  readonly field: StoredField;
  readonly parts: FormParts;
  readonly help?: string | undefined;
}): ReactElement {
  const { appearance, store } = parts;
  const { record, errors } = useObservable(store.state);
  const path = { code: field.code };
  const inputId = inputIdOf(path);
  if (field.type === "REFERENCE_TABLE") {
    const reference = readReference(field);
    return (
      <FieldBox field={field} appearance={appearance} editing help={help}>
        <ReferenceTable field={field} value={reference === null ? "" : record.values[reference.field]} />
      </FieldBox>
    );
  }
  if (!isEnterable(field) || parts.copied.has(field.code)) {
    return (
      <FieldBox field={field} appearance={appearance} editing={false} help={help ?? shownFormula(field)}>
        <ReadOnlyValue {...{ field, record, path }} />
      </FieldBox>
    );
  }
  const error = errors.get(toPathKey(path)) ?? "";
  const errorId = `${inputId}-error`;
  const helpId = `${inputId}-help`;
  const describedBy = [...(error === "" ? [] : [errorId]), ...(help === undefined ? [] : [helpId])].join(" ");
  const grouped = ["RADIO_BUTTON", "CHECK_BOX", "MULTI_SELECT", "DATETIME", "RICH_TEXT", "FILE"].includes(field.type);
  const named = grouped || field.type.endsWith("_SELECT");
  return (
    <FieldBox
      field={field}
      appearance={appearance}
      editing
      labelFor={named ? undefined : inputId}
      labelId={named ? `${inputId}-label` : undefined}
      error={error}
      errorId={errorId}
      help={help}
      helpId={helpId}
    >
      <FormInput field={field} path={path} parts={parts} describedBy={describedBy || undefined} />
    </FieldBox>
  );
}

/** The input at a path, of whatever type; in a table cell `label` names it. */
export function FormInput({
  field,
  path,
  parts,
  label,
  describedBy,
}: {
  readonly field: StoredField;
  readonly path: FieldPath;
  readonly parts: FormParts;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
}): ReactElement {
  const { store, lookups } = parts;
  const { record, errors, disabled, busy } = useObservable(store.state);
  const key = toPathKey(path);
  const error = errors.get(key) ?? "";
  const isDisabled = busy || disabled.get(key) === true;
  const shared = { field, value: readAt(record, path), inputId: inputIdOf(path), describedBy, label };
  if (!isEnterable(field) || parts.copied.has(field.code)) {
    return (
      <div title={translate(fieldMessages.automatic)}>
        <ReadOnlyValue {...{ field, record, path }} />
      </div>
    );
  }
  return readLookup(field) === null ? (
    <FieldInput
      {...shared}
      error={error}
      disabled={isDisabled}
      onChange={(value) => store.edit(path, value)}
      onCommit={() => store.commit(path)}
    />
  ) : (
    <LookupInput
      {...shared}
      path={path}
      state={record.lookups[key]}
      control={lookups}
      invalid={error !== ""}
      disabled={isDisabled}
    />
  );
}

/** A value that nobody types; a calculated one is read out when it changes. */
function ReadOnlyValue(place: {
  readonly field: StoredField;
  readonly record: FormRecord;
  readonly path: FieldPath;
}): ReactElement {
  const { field } = place;
  const shown = <RecordValue {...place} />;
  return isCalculated(field) ? (
    <output className={`kp-readonly disabled-cybozu${field.type === "CALC" ? " kp-number" : ""}`}>{shown}</output>
  ) : (
    <div className="kp-readonly disabled-cybozu">{shown}</div>
  );
}

/** The formula below its value, unless the app hides it. */
function shownFormula(field: StoredField): string | undefined {
  const expression = readSetting(field, "expression");
  return isCalculated(field) && expression !== "" && !readFlag(field, "hideExpression") ? `= ${expression}` : undefined;
}
