import { addFault, type Place } from "./fault.ts";
import { settingsText, textAtLeast, textAtMost, textTooLong, textTooMany } from "./text.ts";

/** JSON object → its entries; anything else is a fault and reads as `null`. A missing value is `null` without a fault. */
export function readObject(place: Place, value: unknown): Readonly<Record<string, unknown>> | null {
  if (value === undefined) {
    return null;
  }
  if (isPlainObject(value)) {
    return value;
  }
  addFault(place, settingsText.notObject);
  return null;
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a key was sent with a value; `null` counts as left out. */
export function isSent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** JSON array → its items; a missing value is `null`. */
export function readList(place: Place, value: unknown, max = Number.POSITIVE_INFINITY): readonly unknown[] | null {
  if (value === undefined || value === null) {
    return null;
  }
  if (!Array.isArray(value)) {
    addFault(place, settingsText.notList);
    return null;
  }
  if (value.length > max) {
    addFault(place, textTooMany(max));
    return null;
  }
  return value;
}

/** Text of at most `max` characters; numbers are taken as kintone takes them. */
export function readText(
  place: Place,
  value: unknown,
  rule: { readonly initial: string; readonly required?: boolean; readonly max?: number },
): string {
  if (value === undefined || value === null) {
    if (rule.required === true) {
      addFault(place, settingsText.required);
    }
    return rule.initial;
  }
  if (typeof value !== "string" && typeof value !== "number") {
    addFault(place, settingsText.notText);
    return rule.initial;
  }
  const text = String(value);
  if (rule.required === true && text === "") {
    addFault(place, settingsText.required);
  }
  // kintone counts UTF-16 units in its record rules; the same is assumed for settings.
  if (rule.max !== undefined && text.length > rule.max) {
    addFault(place, textTooLong(rule.max));
  }
  return text;
}

/** `true`, `false` and the same words as text. */
export function readFlag(place: Place, value: unknown, initial: boolean): boolean {
  if (value === undefined || value === null) {
    return initial;
  }
  if (value === true || value === "true") {
    return true;
  }
  if (value === false || value === "false") {
    return false;
  }
  addFault(place, settingsText.notBoolean);
  return initial;
}

/** One of the listed words; `initial` is what a missing value means. */
export function readWord<const T extends string>(place: Place, value: unknown, rule: WordRule<T>): T {
  if (value === undefined || value === null) {
    return rule.initial;
  }
  const text = typeof value === "number" ? String(value) : value;
  const word = rule.words.find((candidate) => candidate === text);
  if (word === undefined) {
    addFault(place, settingsText.notInEnum);
    return rule.initial;
  }
  return word;
}

export type WordRule<T extends string> = { readonly words: readonly T[]; readonly initial: NoInfer<T> };

/** Whole number as decimal text; `""` stands for "not set" where the rule allows it. */
export function readInteger(place: Place, value: unknown, rule: IntegerRule): string {
  if (value === undefined || value === null) {
    if (rule.required === true) {
      addFault(place, settingsText.required);
    }
    return rule.initial;
  }
  if (value === "" && rule.initial === "") {
    return "";
  }
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  if (value === "" || !Number.isSafeInteger(number)) {
    addFault(place, settingsText.notInteger);
    return rule.initial;
  }
  if (number < rule.min) {
    addFault(place, textAtLeast(rule.min));
    return rule.initial;
  }
  if (number > rule.max) {
    addFault(place, textAtMost(rule.max));
    return rule.initial;
  }
  return String(number);
}

export type IntegerRule = {
  readonly initial: string;
  readonly min: number;
  readonly max: number;
  readonly required?: boolean;
};

const decimalPattern = /^[+-]?\d+(\.\d+)?$/u;

/** Decimal number as the text it came in (kintone keeps `"0.10"`), `""` for "not set". */
export function readDecimal(place: Place, value: unknown, initial: string): string {
  if (value === undefined || value === null) {
    return initial;
  }
  if (value === "") {
    return "";
  }
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || !decimalPattern.test(text.trim())) {
    addFault(place, settingsText.notNumber);
    return initial;
  }
  return text.trim();
}
