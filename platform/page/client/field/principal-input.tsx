import { useState } from "react";
import type { ReactElement } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { formatMessage } from "../../message.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import type { FieldInputProps } from "./field-input-props.ts";
import { fieldLabel } from "./field-settings.ts";
import { hasError } from "./input-attributes.ts";
import { PrincipalPicker } from "./principal-picker.tsx";
import { readPrincipals } from "./read-value.ts";
import type { Principal } from "./read-value.ts";

const choices = {
  USER_SELECT: fieldMessages.addUser,
  GROUP_SELECT: fieldMessages.addGroup,
  ORGANIZATION_SELECT: fieldMessages.addOrganization,
} as const;

/** Users, groups or organizations: those chosen, each with a way to take it off, and the picker. */
export function PrincipalInput(props: FieldInputProps): ReactElement {
  const language = pageLanguage();
  const [open, setOpen] = useState(false);
  const chosen = readPrincipals(props.value);
  const type = toType(props.field.type);
  const settle = (next: readonly Principal[]): void => {
    props.onChange(next);
    props.onCommit?.(next);
  };
  const label = formatMessage(choices[type], language);
  return (
    <div className={`kp-principals${hasError(props) ? " kp-files-invalid" : ""}`}>
      {chosen.length === 0 ? null : (
        <ul className="kp-chips">
          {chosen.map((principal) => (
            <li key={principal.code} className="kp-chip">
              <span>{principal.name}</span>
              <button
                type="button"
                className="kp-chip-remove"
                disabled={props.disabled === true}
                aria-label={formatMessage(fieldMessages.remove, language, { name: principal.name })}
                onClick={() => settle(chosen.filter((other) => other.code !== principal.code))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        id={props.inputId}
        type="button"
        className="kp-button"
        disabled={props.disabled === true}
        aria-label={`${props.label ?? fieldLabel(props.field)}: ${label}`}
        aria-describedby={props.describedBy}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {open ? (
        <PrincipalPicker
          type={type}
          title={label}
          chosen={chosen}
          onChoose={(next) => {
            setOpen(false);
            settle(next);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

function toType(type: string): keyof typeof choices {
  return type === "GROUP_SELECT" || type === "ORGANIZATION_SELECT" ? type : "USER_SELECT";
}
