import type { FieldInputProps } from "./field-input-props.ts";
import { isRequired } from "./field-settings.ts";

/** What one box says to assistive technology; the visible label is the caller's. */
export function inputAttributes(props: FieldInputProps): {
  id: string;
  disabled: boolean;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
  "aria-describedby": string | undefined;
  "aria-label": string | undefined;
} {
  return {
    id: props.inputId,
    disabled: props.disabled === true,
    "aria-invalid": hasError(props) ? true : undefined,
    "aria-required": isRequired(props.field) ? true : undefined,
    "aria-describedby": props.describedBy,
    "aria-label": props.label,
  };
}

/** What a group of boxes says: its name comes from `{inputId}-label` or from `label`. */
export function groupAttributes(props: FieldInputProps): {
  id: string;
  tabIndex: -1;
  "aria-labelledby": string | undefined;
  "aria-label": string | undefined;
  "aria-describedby": string | undefined;
} {
  return {
    id: props.inputId,
    tabIndex: -1,
    "aria-labelledby": props.label === undefined ? `${props.inputId}-label` : undefined,
    "aria-label": props.label,
    "aria-describedby": props.describedBy,
  };
}

/** Whether the box is outlined as wrong. */
export function hasError(props: FieldInputProps): boolean {
  return props.error !== undefined && props.error !== null && props.error !== "";
}
