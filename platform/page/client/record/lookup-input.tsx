import type { ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel, isRequired } from "../field/field-settings.ts";
import { readText } from "../field/read-value.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { translate } from "../shell/translate.ts";
import { toPathKey } from "./form-record.ts";
import type { FieldPath, LookupState } from "./form-record.ts";
import type { LookupControl } from "./lookup-control.ts";
import { useObservable } from "./use-observable.ts";

export type LookupInputProps = {
  readonly field: StoredField;
  readonly path: FieldPath;
  readonly value: unknown;
  readonly state: LookupState | undefined;
  readonly control: LookupControl;
  readonly inputId: string;
  readonly invalid: boolean;
  readonly disabled: boolean;
  readonly describedBy?: string | undefined;
  readonly label?: string | undefined;
};

/** The key of a lookup: type it, fetch it or choose it from a list, clear it. */
export function LookupInput(props: LookupInputProps): ReactElement {
  const { field, path, control, inputId, disabled } = props;
  const note = useObservable(control.notes).get(toPathKey(path));
  const value = readText(props.value);
  const name = props.label ?? fieldLabel(field);
  const noteId = `${inputId}-note`;
  return (
    <div className="kp-lookup">
      <div className="kp-lookup-row">
        <input
          id={inputId}
          className="kp-input input-text-cybozu"
          type="text"
          autoComplete="off"
          inputMode={field.type === "NUMBER" ? "decimal" : "text"}
          value={value}
          disabled={disabled}
          aria-label={props.label}
          aria-invalid={props.invalid || undefined}
          aria-required={isRequired(field) || undefined}
          aria-describedby={[props.describedBy, noteId].filter((id) => id !== undefined).join(" ")}
          onChange={(event) => control.type(path, event.target.value)}
          onBlur={() => void control.settle(path)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void control.fetch(path);
            }
          }}
        />
        <button
          type="button"
          className="kp-button"
          disabled={disabled}
          aria-label={translate(fieldMessages.getFor, { name })}
          // The box keeps the focus, so that leaving it does not fetch at the same time.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void control.fetch(path)}
        >
          {translate(fieldMessages.get)}
        </button>
        <button
          type="button"
          className="kp-button"
          disabled={disabled}
          aria-label={translate(fieldMessages.clearFor, { name })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => control.clear(path)}
        >
          {translate(fieldMessages.clear)}
        </button>
      </div>
      <output
        id={noteId}
        className={`kp-lookup-note${note === "missing" || note === "failed" ? " kp-lookup-bad" : ""}`}
      >
        {noteText(note, value, props.state)}
      </output>
    </div>
  );
}

function noteText(
  note: "loading" | "missing" | "failed" | undefined,
  value: string,
  state: LookupState | undefined,
): string {
  if (note === "loading") {
    return translate(fieldMessages.loading);
  }
  if (note === "missing") {
    return translate(fieldMessages.lookupMissing, { value });
  }
  if (note === "failed") {
    return translate(fieldMessages.loadFailed);
  }
  if (state === undefined || value === "") {
    return "";
  }
  return translate(state.confirmed ? fieldMessages.lookupConfirmed : fieldMessages.lookupUnconfirmed);
}
