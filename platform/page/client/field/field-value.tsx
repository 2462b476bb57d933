import type { ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { formatMessage } from "../../message.ts";
import { pageState } from "../kintone/page-state.ts";
import { FileList } from "./file-list.tsx";
import { formatValue } from "./format-value.ts";
import { readSetting } from "./field-settings.ts";
import { readFiles, readText, readTexts } from "./read-value.ts";
import { toLinkAddress } from "./link-address.ts";
import { sanitizeMarkup } from "./sanitize-markup.ts";

export type FieldValueProps = {
  readonly field: StoredField;
  /** The value as REST or the JavaScript API carries it. */
  readonly value: unknown;
  readonly language: "ja" | "en";
};

/** A value to read, of every type but tables and related records; an empty one is shown as 「—」. */
export function FieldValue({ field, value, language }: FieldValueProps): ReactElement {
  const text = formatValue(field, value, pageState.bootstrap?.loginUser.timezone);
  if (text === "") {
    return <EmptyValue language={language} />;
  }
  switch (field.type) {
    case "MULTI_LINE_TEXT":
      return <span className="kp-value-multiline">{text}</span>;
    case "RICH_TEXT":
      // Only elements and attributes of the allow-list are left.
      return <div className="kp-value-rich" dangerouslySetInnerHTML={{ __html: sanitizeMarkup(readText(value)) }} />;
    case "LINK": {
      const address = toLinkAddress(text, readSetting(field, "protocol"));
      return address === null ? (
        <span>{text}</span>
      ) : (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      );
    }
    case "FILE":
      return <FileList files={readFiles(value)} />;
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return (
        <ul className="kp-value-list">
          {readTexts(value).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    default:
      return <span>{text}</span>;
  }
}

/** The mark of an empty value. */
export function EmptyValue({ language }: { readonly language: "ja" | "en" }): ReactElement {
  return (
    <span className="kp-empty">
      <span aria-hidden="true">—</span>
      <span className="kp-visually-hidden">{formatMessage(fieldMessages.empty, language)}</span>
    </span>
  );
}
