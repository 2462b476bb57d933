import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";
import { formatValue } from "../field/format-value.ts";
import { readText } from "../field/read-value.ts";
import { toPlainText } from "../portal/plain-text.ts";
import { toObject } from "../record/read-rest-record.ts";
import { joinWords } from "../shell/join-words.ts";

/** A value of a version as lines of text; a table has one for each row. None for an empty value. */
export function describeValue(field: StoredField, value: unknown, timeZone: string | undefined): readonly string[] {
  if (field.type === "SUBTABLE") {
    return (Array.isArray(value) ? value : []).map((row: unknown) => describeRow(field, row, timeZone));
  }
  const text = field.type === "RICH_TEXT" ? toPlainText(readText(value)) : formatValue(field, value, timeZone);
  return text === "" ? [] : [text];
}

function describeRow(table: StoredField, row: unknown, timeZone: string | undefined): string {
  const cells = toObject(toObject(row)["value"]);
  return joinWords(
    (table.fields ?? []).flatMap((field) => {
      const [text] = describeValue(field, toObject(cells[field.code])["value"], timeZone);
      return text === undefined ? [] : [`${fieldLabel(field)} ${text}`];
    }),
  );
}
