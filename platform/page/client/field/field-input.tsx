import type { ReactElement } from "react";
import { pageLanguage } from "../kintone/page-state.ts";
import { ChoiceInput } from "./choice-input.tsx";
import { DateTimeInput } from "./date-time-input.tsx";
import type { FieldInputProps } from "./field-input-props.ts";
import { FieldValue } from "./field-value.tsx";
import { FileInput } from "./file-input.tsx";
import { PrincipalInput } from "./principal-input.tsx";
import { RichTextInput } from "./rich-text-input.tsx";
import { TextInput } from "./text-input.tsx";

/** An input for a value of every type that people enter; other types are shown to read. */
export function FieldInput(props: FieldInputProps): ReactElement {
  switch (props.field.type) {
    case "SINGLE_LINE_TEXT":
    case "NUMBER":
    case "LINK":
    case "MULTI_LINE_TEXT":
      return <TextInput {...props} />;
    case "RICH_TEXT":
      return <RichTextInput {...props} />;
    case "DATE":
    case "TIME":
    case "DATETIME":
      return <DateTimeInput {...props} />;
    case "RADIO_BUTTON":
    case "CHECK_BOX":
    case "DROP_DOWN":
    case "MULTI_SELECT":
      return <ChoiceInput {...props} />;
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return <PrincipalInput {...props} />;
    case "FILE":
      return <FileInput {...props} />;
    default:
      return <FieldValue field={props.field} value={props.value} language={pageLanguage()} />;
  }
}
