import type { StoredField } from "../../../../store/app-settings.ts";
import { readLookup, readReference } from "../../field/field-settings.ts";
import { copiedCodes, isEnterable } from "../../record/field-kinds.ts";

/** What kintone's help lists (jp.cybozu.help "レコードの一覧画面で編集できるフィールド"); rich text, attachments and tables are not there. */
const types = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "NUMBER",
  "RADIO_BUTTON",
  "CHECK_BOX",
  "MULTI_SELECT",
  "DROP_DOWN",
  "DATE",
  "TIME",
  "DATETIME",
  "LINK",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
]);

/**
 * The codes of the columns that can be edited in the list. Of the listed types kintone leaves out lookups and what they copy, and the
 * app's own field in the condition of related records.
 */
export function listInlineEditable(
  fields: readonly StoredField[],
  columns: readonly StoredField[],
): ReadonlySet<string> {
  const elsewhere = new Set([...copiedCodes(fields), ...fields.flatMap((field) => readReference(field)?.field ?? [])]);
  return new Set(
    columns
      .filter((field) => types.has(field.type) && isEnterable(field) && readLookup(field) === null)
      .map(({ code }) => code)
      .filter((code) => !elsewhere.has(code)),
  );
}
