import type { ChangeEvent, ReactElement } from "react";
import type { FieldInputProps } from "./field-input-props.ts";
import { inputAttributes } from "./input-attributes.ts";
import { readSetting } from "./field-settings.ts";
import { readText } from "./read-value.ts";

/** A box for text, numbers and addresses; the unit of a number stands beside it. */
export function TextInput(props: FieldInputProps): ReactElement {
  const { field, onChange, onCommit } = props;
  const text = readText(props.value);
  const shared = {
    ...inputAttributes(props),
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    onBlur: () => onCommit?.(text),
  };
  if (field.type === "MULTI_LINE_TEXT") {
    const lines = Math.min(12, Math.max(3, text.split("\n").length + 1));
    return <textarea {...shared} className="kp-input kp-textarea textarea-cybozu" rows={lines} />;
  }
  const unit = readSetting(field, "unit");
  const before = readSetting(field, "unitPosition") === "BEFORE";
  const input = (
    <input
      {...shared}
      className={`kp-input input-text-cybozu${field.type === "NUMBER" ? " kp-input-number" : ""}`}
      type="text"
      inputMode={inputMode(props)}
      autoComplete="off"
    />
  );
  return unit === "" ? (
    input
  ) : (
    <span className="kp-input-with-unit">
      {before ? <span className="kp-unit">{unit}</span> : null}
      {input}
      {before ? null : <span className="kp-unit">{unit}</span>}
    </span>
  );
}

function inputMode({ field }: FieldInputProps): "decimal" | "url" | "tel" | "email" | "text" {
  if (field.type === "NUMBER") {
    return "decimal";
  }
  if (field.type !== "LINK") {
    return "text";
  }
  const protocol = readSetting(field, "protocol");
  return protocol === "CALL" ? "tel" : protocol === "MAIL" ? "email" : "url";
}
