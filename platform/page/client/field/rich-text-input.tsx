import { useEffect, useRef } from "react";
import type { ReactElement } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { formatMessage } from "../../message.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import type { FieldInputProps } from "./field-input-props.ts";
import { isRequired } from "./field-settings.ts";
import { groupAttributes, hasError } from "./input-attributes.ts";
import { readText } from "./read-value.ts";
import { sanitizeMarkup } from "./sanitize-markup.ts";

const commands = [
  { command: "bold", mark: "B", message: fieldMessages.bold },
  { command: "italic", mark: "I", message: fieldMessages.italic },
  { command: "underline", mark: "U", message: fieldMessages.underline },
  { command: "insertUnorderedList", mark: "•", message: fieldMessages.bulletList },
  { command: "removeFormat", mark: "⌫", message: fieldMessages.clearFormat },
] as const;

/** Formatted text: an editable area with the few formats that survive the allow-list. */
export function RichTextInput(props: FieldInputProps): ReactElement {
  const area = useRef<HTMLDivElement>(null);
  const written = useRef<string | null>(null);
  const value = readText(props.value);
  const language = pageLanguage();

  useEffect(() => {
    // The area belongs to the browser while someone types; it is filled only when the value came from elsewhere.
    if (area.current !== null && written.current !== value) {
      area.current.innerHTML = sanitizeMarkup(value);
      written.current = value;
    }
  }, [value]);

  const read = (): string => {
    const markup = area.current?.innerHTML ?? "";
    written.current = markup === "<br>" ? "" : sanitizeMarkup(markup);
    return written.current;
  };
  return (
    <div className={`kp-rich${hasError(props) ? " kp-rich-invalid" : ""}`}>
      <div className="kp-rich-toolbar" role="toolbar" aria-label={formatMessage(fieldMessages.toolbar, language)}>
        {commands.map(({ command, mark, message }) => (
          <button
            key={command}
            type="button"
            className="kp-rich-button"
            aria-label={formatMessage(message, language)}
            title={formatMessage(message, language)}
            disabled={props.disabled === true}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              area.current?.focus();
              // Deprecated, but the only way every browser offers to format a selection with undo.
              document.execCommand(command);
              props.onChange(read());
            }}
          >
            {mark}
          </button>
        ))}
      </div>
      <div
        {...groupAttributes(props)}
        ref={area}
        tabIndex={0}
        // A textarea cannot show formats.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="textbox"
        aria-multiline="true"
        aria-required={isRequired(props.field) || undefined}
        aria-invalid={hasError(props) || undefined}
        aria-disabled={props.disabled === true || undefined}
        className="kp-rich-area"
        contentEditable={props.disabled !== true}
        suppressContentEditableWarning
        onInput={() => props.onChange(read())}
        onBlur={() => props.onCommit?.(read())}
      />
    </div>
  );
}
