import type { ReactElement, ReactNode } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel, isRequired, readFlag } from "../field/field-settings.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { translate } from "../shell/translate.ts";
import type { AppearanceStore } from "./appearance.ts";
import { FieldError } from "./field-error.tsx";
import { readFieldStyle } from "./field-style.ts";
import { useObservable } from "./use-observable.ts";

export type FieldBoxProps = {
  readonly field: StoredField;
  readonly appearance: AppearanceStore;
  /** The box that the label is for; without one the label is only text (a value to read, a group of boxes). */
  readonly labelFor?: string | undefined;
  readonly labelId?: string | undefined;
  readonly editing: boolean;
  readonly error?: string | undefined;
  readonly errorId?: string | undefined;
  readonly help?: string | undefined;
  readonly helpId?: string | undefined;
  readonly children: ReactNode;
};

/** A field with its label above and its error below, in the elements that public plugins look for. */
export function FieldBox(props: FieldBoxProps): ReactElement {
  const { field, appearance, labelFor, labelId, editing, error, errorId, help, helpId, children } = props;
  const { hidden, styles } = useObservable(appearance.state);
  const style = readFieldStyle(styles.get(field.code));
  const label = (
    <span className={`control-label-text-gaia${readFlag(field, "noLabel") ? " kp-visually-hidden" : ""}`}>
      {fieldLabel(field)}
    </span>
  );
  return (
    <div
      className={`kp-field kp-field-${kindOf(field)} control-gaia control-${field.type.toLowerCase()}-field-gaia field-${field.id}`}
      style={style.box}
      hidden={hidden.has(field.code)}
    >
      <div className={`kp-field-label control-label-gaia label-${field.id}`} style={style.label}>
        {labelFor === undefined ? <span id={labelId}>{label}</span> : <label htmlFor={labelFor}>{label}</label>}
        {editing && isRequired(field) ? (
          <span className="kp-required require-cybozu">{translate(fieldMessages.required)}</span>
        ) : null}
      </div>
      <div className={`kp-field-value control-value-gaia value-${field.id}`} style={style.content}>
        <div className="kp-field-outer">
          <div className="kp-field-content control-value-content-gaia">{children}</div>
        </div>
      </div>
      {help === undefined ? null : (
        <p id={helpId} className="kp-field-help">
          {help}
        </p>
      )}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

/** How much room a field asks for. */
function kindOf(field: StoredField): "text" | "long" | "short" | "wide" | "choice" {
  switch (field.type) {
    case "MULTI_LINE_TEXT":
    case "RICH_TEXT":
    case "FILE":
      return "long";
    case "CHECK_BOX":
    case "RADIO_BUTTON":
      return "choice";
    case "SINGLE_LINE_TEXT":
    case "LINK":
      return "text";
    case "REFERENCE_TABLE":
      return "wide";
    default:
      return "short";
  }
}
