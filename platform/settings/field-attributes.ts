/** How one key of a field's property is read, and what it is when nobody set it. */
export type Attribute =
  | { readonly kind: "flag"; readonly initial: boolean }
  | { readonly kind: "text"; readonly initial: string; readonly max?: number }
  | { readonly kind: "decimal" }
  | { readonly kind: "count"; readonly max: number }
  | { readonly kind: "word"; readonly words: readonly string[]; readonly initial: string }
  | { readonly kind: "day" }
  | { readonly kind: "clock" }
  | { readonly kind: "instant" }
  | { readonly kind: "options" }
  | { readonly kind: "choice" }
  | { readonly kind: "choices" }
  | { readonly kind: "entities"; readonly types: readonly string[] };

export type Attributes = Readonly<Record<string, Attribute>>;

const no: Attribute = { kind: "flag", initial: false };
const text: Attribute = { kind: "text", initial: "" };
/** kintone's own upper limit for a length is not in our sources. */
const length: Attribute = { kind: "count", max: 2_147_483_647 };
const scale: Attribute = { kind: "count", max: 10 };
const unit: Attribute = { kind: "text", initial: "", max: 128 };
const unitPosition: Attribute = { kind: "word", words: ["BEFORE", "AFTER"], initial: "BEFORE" };
const align: Attribute = { kind: "word", words: ["HORIZONTAL", "VERTICAL"], initial: "HORIZONTAL" };
const options: Attribute = { kind: "options" };
const named = { noLabel: no } as const;
const asked = { noLabel: no, required: no } as const;

/**
 * The keys kintone answers for each type with the value they have when nobody set them. The initial values were observed on a
 * real tenant (`thumbnailSize` 50, `unitPosition` BEFORE, a radio button `required`); `displayScale` is text like all numbers.
 */
export const fieldAttributes: Readonly<Record<string, Attributes>> = {
  RECORD_NUMBER: named,
  CREATOR: named,
  CREATED_TIME: named,
  MODIFIER: named,
  UPDATED_TIME: named,
  CATEGORY: {},
  STATUS: {},
  STATUS_ASSIGNEE: {},
  SINGLE_LINE_TEXT: {
    ...asked,
    unique: no,
    minLength: length,
    maxLength: length,
    expression: text,
    hideExpression: no,
    defaultValue: text,
  },
  MULTI_LINE_TEXT: { ...asked, defaultValue: text },
  RICH_TEXT: { ...asked, defaultValue: text },
  NUMBER: {
    ...asked,
    unique: no,
    minValue: { kind: "decimal" },
    maxValue: { kind: "decimal" },
    digit: no,
    displayScale: scale,
    unit,
    unitPosition,
    defaultValue: { kind: "decimal" },
  },
  CALC: {
    ...asked,
    expression: text,
    format: {
      kind: "word",
      words: ["NUMBER", "NUMBER_DIGIT", "DATETIME", "DATE", "TIME", "HOUR_MINUTE", "DAY_HOUR_MINUTE"],
      initial: "NUMBER",
    },
    displayScale: scale,
    hideExpression: no,
    unit,
    unitPosition,
  },
  RADIO_BUTTON: {
    noLabel: no,
    required: { kind: "flag", initial: true },
    options,
    align,
    defaultValue: { kind: "choice" },
  },
  DROP_DOWN: { ...asked, options, defaultValue: { kind: "choice" } },
  CHECK_BOX: { ...asked, options, align, defaultValue: { kind: "choices" } },
  MULTI_SELECT: { ...asked, options, defaultValue: { kind: "choices" } },
  DATE: { ...asked, unique: no, defaultNowValue: no, defaultValue: { kind: "day" } },
  TIME: { ...asked, defaultNowValue: no, defaultValue: { kind: "clock" } },
  DATETIME: { ...asked, unique: no, defaultNowValue: no, defaultValue: { kind: "instant" } },
  LINK: {
    ...asked,
    unique: no,
    minLength: length,
    maxLength: length,
    protocol: { kind: "word", words: ["WEB", "CALL", "MAIL"], initial: "WEB" },
    defaultValue: text,
  },
  FILE: { ...asked, thumbnailSize: { kind: "word", words: ["50", "150", "250", "500"], initial: "50" } },
  USER_SELECT: {
    ...asked,
    entities: { kind: "entities", types: ["USER", "GROUP", "ORGANIZATION"] },
    defaultValue: { kind: "entities", types: ["USER", "GROUP", "ORGANIZATION", "FUNCTION"] },
  },
  ORGANIZATION_SELECT: {
    ...asked,
    entities: { kind: "entities", types: ["ORGANIZATION"] },
    defaultValue: { kind: "entities", types: ["ORGANIZATION", "FUNCTION"] },
  },
  GROUP_SELECT: {
    ...asked,
    entities: { kind: "entities", types: ["GROUP"] },
    defaultValue: { kind: "entities", types: ["GROUP"] },
  },
  REFERENCE_TABLE: named,
  GROUP: { noLabel: no, openGroup: no },
  SUBTABLE: named,
};

/** A lookup key answers only these (measured; fact sheet §7.2), whatever its type is. */
export const lookupAttributes: Attributes = asked;
