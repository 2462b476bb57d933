import type { StoredField } from "../../../store/app-settings.ts";

/** What every input of a field receives. */
export type FieldInputProps = {
  readonly field: StoredField;
  /** The value as REST or the JavaScript API carries it. */
  readonly value: unknown;
  /** Each keystroke or choice, in REST form. */
  readonly onChange: (value: unknown) => void;
  /** The value is settled: the box was left, or a choice was made. This is when kintone fires `change`. */
  readonly onCommit?: ((value: unknown) => void) | undefined;
  /** The text itself is shown by the caller, in the element that `describedBy` names. */
  readonly error?: string | null | undefined;
  readonly disabled?: boolean | undefined;
  /** The id that the caller's `<label for>` points to; a group of boxes takes its name from `{inputId}-label`. */
  readonly inputId: string;
  readonly describedBy?: string | undefined;
  /** For a box without a visible label of its own, in a table cell. */
  readonly label?: string | undefined;
};
