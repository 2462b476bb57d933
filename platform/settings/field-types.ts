/** Fields that kintone makes with the app; they can be relabelled and recoded, not added or deleted. */
export const systemFieldTypes: ReadonlySet<string> = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "CATEGORY",
  "STATUS",
  "STATUS_ASSIGNEE",
]);

/** System fields that never stand in the layout (fact sheet §8.4: the layout item list does not have them). */
export const fieldTypesWithoutLayout: ReadonlySet<string> = new Set(["CATEGORY", "STATUS", "STATUS_ASSIGNEE"]);

export const choiceFieldTypes: ReadonlySet<string> = new Set([
  "RADIO_BUTTON",
  "CHECK_BOX",
  "MULTI_SELECT",
  "DROP_DOWN",
]);

/** Types of which `unique` is kept; for others kintone drops it silently (measured, fact sheet §5.4). */
export const uniqueFieldTypes: ReadonlySet<string> = new Set([
  "SINGLE_LINE_TEXT",
  "NUMBER",
  "LINK",
  "DATE",
  "DATETIME",
]);

/** Types that can be a lookup's key. */
export const lookupKeyTypes: ReadonlySet<string> = new Set(["SINGLE_LINE_TEXT", "NUMBER", "LINK"]);

/** Types that `POST preview/app/form/fields.json` can add at the top level. */
export const addableFieldTypes: ReadonlySet<string> = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "NUMBER",
  "CALC",
  "RADIO_BUTTON",
  "CHECK_BOX",
  "MULTI_SELECT",
  "DROP_DOWN",
  "DATE",
  "TIME",
  "DATETIME",
  "LINK",
  "FILE",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "REFERENCE_TABLE",
  "GROUP",
  "SUBTABLE",
]);

const notInTable = new Set(["SUBTABLE", "REFERENCE_TABLE", "GROUP"]);

/** Whether a field of this type can stand in a table. */
export function isTableable(type: string): boolean {
  return addableFieldTypes.has(type) && !notInTable.has(type);
}
