import type { BootstrapApp } from "../../bootstrap.ts";
import { formatValue } from "../field/format-value.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { translate } from "../shell/translate.ts";
import type { FormRecord } from "./form-record.ts";

/** What a record is called: the app's title field, else its first text, else its number. */
export function recordTitle({ settings }: BootstrapApp, record: FormRecord): string {
  const { titleField } = settings.general;
  const field =
    titleField.selectionMode === "MANUAL"
      ? settings.fields.find((candidate) => candidate.code === titleField.code)
      : settings.fields.find((candidate) => candidate.type === "SINGLE_LINE_TEXT");
  const text = field === undefined ? "" : formatValue(field, record.values[field.code]);
  return text === "" ? translate(recordMessages.untitled, { id: record.id ?? "" }) : text;
}
