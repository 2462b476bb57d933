import { isCalculated } from "../formula/formula-fields.ts";
import type { StoredField, StoredFileReference } from "../store/app-settings.ts";
import type { FieldValue } from "../store/stored-record.ts";
import { parseChoices, parseEntities, parseFiles } from "./parse-list.ts";
import { parseChoice, parseDate, parseDateTime, parseNumber, parseTime, toText } from "./parse-scalar.ts";
import type { ValuePlace, WriteScope } from "./write-scope.ts";

export type ParseContext = {
  readonly scope: WriteScope;
  /** The attachments that the record holds so far, by key. */
  readonly held: ReadonlyMap<string, StoredFileReference>;
  /** What stands in the field so far. */
  readonly before?: FieldValue | undefined;
};

/** Types whose values a caller writes; tables are read by `parse-table.ts`. */
const writable = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "LINK",
  "NUMBER",
  "RADIO_BUTTON",
  "DROP_DOWN",
  "DATE",
  "TIME",
  "DATETIME",
  "CHECK_BOX",
  "MULTI_SELECT",
  "USER_SELECT",
  "GROUP_SELECT",
  "ORGANIZATION_SELECT",
  "FILE",
]);

/** Whether a field takes a value from a caller: a text with a formula does not (that REST ignores it, as for CALC, is a guess). */
export function isWritable(field: StoredField): boolean {
  return writable.has(field.type) && !isCalculated(field);
}

/**
 * A sent value in its stored form. Faults go to the place's list; a wrong JSON type, an unknown user or a lost file
 * refuses the whole call.
 */
export function parseValue(raw: unknown, field: StoredField, place: ValuePlace, context: ParseContext): FieldValue {
  const { scope } = context;
  switch (field.type) {
    case "NUMBER":
      return parseNumber(raw, place, scope.app.settings.general.numberPrecision);
    case "RADIO_BUTTON":
    case "DROP_DOWN":
      return parseChoice(raw, field, place);
    case "DATE":
      return parseDate(raw, place);
    case "TIME":
      return parseTime(raw, place);
    case "DATETIME":
      return parseDateTime(raw, place);
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return parseChoices(raw, field, place);
    case "USER_SELECT":
    case "GROUP_SELECT":
    case "ORGANIZATION_SELECT":
      return parseEntities(raw, { ...field, type: field.type }, { scope, before: context.before });
    case "FILE":
      return parseFiles(raw, context.held, scope);
    default:
      return toText(raw);
  }
}
