import type { ReactElement } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { formatMessage } from "../../message.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import type { FieldInputProps } from "./field-input-props.ts";
import { isRequired, readOptions, readSetting } from "./field-settings.ts";
import { groupAttributes, hasError, inputAttributes } from "./input-attributes.ts";
import { readText, readTexts } from "./read-value.ts";

/** One or several of a field's choices. */
export function ChoiceInput(props: FieldInputProps): ReactElement {
  switch (props.field.type) {
    case "DROP_DOWN":
      return <DropDown {...props} />;
    case "RADIO_BUTTON":
      return <Radios {...props} />;
    default:
      return <Boxes {...props} />;
  }
}

function DropDown(props: FieldInputProps): ReactElement {
  const value = readText(props.value);
  const options = readOptions(props.field);
  const known = value === "" || options.some((option) => option.value === value);
  return (
    <span className="kp-select gaia-argoui-select">
      <select
        {...inputAttributes(props)}
        className="kp-input"
        value={value}
        onChange={(event) => {
          props.onChange(event.target.value);
          props.onCommit?.(event.target.value);
        }}
      >
        <option value="">{formatMessage(fieldMessages.unselected, pageLanguage())}</option>
        {known ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

function Radios(props: FieldInputProps): ReactElement {
  const value = readText(props.value);
  return (
    <div
      role="radiogroup"
      {...groupAttributes(props)}
      aria-required={isRequired(props.field) || undefined}
      aria-invalid={hasError(props) || undefined}
      className={groupClass(props)}
    >
      {readOptions(props.field).map((option) => (
        <label key={option.value} className="kp-choice">
          <input
            type="radio"
            name={props.inputId}
            value={option.value}
            checked={option.value === value}
            disabled={props.disabled === true}
            onChange={() => {
              props.onChange(option.value);
              props.onCommit?.(option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

function Boxes(props: FieldInputProps): ReactElement {
  const chosen = readTexts(props.value);
  const options = readOptions(props.field).map((option) => option.value);
  const toggle = (value: string, on: boolean): void => {
    // The order of the settings, whatever the order of the clicks.
    const next = options.filter((option) => (option === value ? on : chosen.includes(option)));
    props.onChange(next);
    props.onCommit?.(next);
  };
  return (
    <fieldset {...groupAttributes(props)} className={groupClass(props)}>
      {options.map((option) => (
        <label key={option} className="kp-choice">
          <input
            type="checkbox"
            value={option}
            checked={chosen.includes(option)}
            disabled={props.disabled === true}
            onChange={(event) => toggle(option, event.target.checked)}
          />
          <span>{option}</span>
        </label>
      ))}
    </fieldset>
  );
}

function groupClass(props: FieldInputProps): string {
  const listed = props.field.type === "MULTI_SELECT" || readSetting(props.field, "align") === "VERTICAL";
  return `kp-choices${listed ? " kp-choices-vertical" : ""}${props.field.type === "MULTI_SELECT" ? " kp-choices-list multipleselect-cybozu" : ""}${hasError(props) ? " kp-choices-invalid" : ""}`;
}
