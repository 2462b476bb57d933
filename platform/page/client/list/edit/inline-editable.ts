import type { StoredField } from "../../../../store/app-settings.ts";
import { readLookup } from "../../field/field-settings.ts";
import { isEnterable } from "../../record/field-kinds.ts";

const elsewhere = new Set(["RICH_TEXT", "FILE"]);

/** Whether a column can be edited in the list: long formats, attachments, tables and lookups have their place in the form. */
export function isInlineEditable(field: StoredField, copied: ReadonlySet<string>): boolean {
  return isEnterable(field) && !elsewhere.has(field.type) && !copied.has(field.code) && readLookup(field) === null;
}
