import { inputMessages } from "../messages.ts";
import type { StoredField } from "../store/app-settings.ts";
import type { FieldValue } from "../store/stored-record.ts";
import { compareDecimals, parseDecimal, printDecimal } from "./decimal.ts";
import { hasFlag, readLengthLimit, readNumberLimit } from "./field-property.ts";
import { isUnique, longestUniqueText } from "./unique-values.ts";
import type { ValuePlace } from "./write-scope.ts";

const entities = new Set(["USER_SELECT", "GROUP_SELECT", "ORGANIZATION_SELECT"]);
const lists = new Set(["CHECK_BOX", "MULTI_SELECT", "FILE"]);
/** `required` can be set on these, but kintone does not enforce it (fact sheet §5.4). */
const neverRequired = new Set(["CALC", "RADIO_BUTTON"]);

/**
 * Checks a value of the merged record: `required` and `minLength` also when the field was not sent, the other limits only
 * when it was, so that a limit that was tightened later does not block unrelated changes.
 */
export function checkValue(
  field: StoredField,
  value: FieldValue | undefined,
  place: ValuePlace,
  { sent }: { readonly sent: boolean },
): void {
  checkRequired(field, value, place);
  const text = typeof value === "string" ? value : "";
  if (field.type === "SINGLE_LINE_TEXT" || field.type === "LINK") {
    checkLength(field, text, place, sent);
  }
  if (sent && field.type === "LINK" && text !== "") {
    checkLink(field, text, place);
  }
  if (sent && field.type === "NUMBER" && text !== "") {
    checkRange(field, text, place);
  }
}

function checkRequired(field: StoredField, value: FieldValue | undefined, place: ValuePlace): void {
  const isEmpty = value === undefined || value.length === 0;
  if (!isEmpty || !hasFlag(field, "required") || neverRequired.has(field.type)) {
    return;
  }
  const suffix = entities.has(field.type) ? "values.value" : lists.has(field.type) ? "values" : "value";
  place.faults.add(`${place.path}.${suffix}`, inputMessages.required);
}

function checkLength(field: StoredField, text: string, place: ValuePlace, sent: boolean): void {
  const [least, own] = [readLengthLimit(field, "minLength"), readLengthLimit(field, "maxLength")];
  const isShort = field.type === "SINGLE_LINE_TEXT" && isUnique(field);
  const most = isShort ? Math.min(own ?? longestUniqueText, longestUniqueText) : own;
  if (sent && most !== null && text.length > most) {
    place.faults.add(`${place.path}.value`, inputMessages.tooLong, { limit: most + 1 });
  }
  if (least !== null && text.length < least) {
    place.faults.add(`${place.path}.value`, inputMessages.tooShort, { limit: least - 1 });
  }
}

function checkLink(field: StoredField, text: string, place: ValuePlace): void {
  const protocol = field.property["protocol"];
  const path = `${place.path}.value`;
  if (protocol === "MAIL") {
    if (!/^[^\s@]+@[^\s@]+$/u.test(text)) {
      place.faults.add(path, inputMessages.notMail);
    }
  } else if (protocol === "CALL") {
    if (!/^[\d+\-()#*. ]+$/u.test(text)) {
      place.faults.add(path, inputMessages.notPhone);
    }
  } else if (!/^(?:https?|ftp):\/\/\S+$/iu.test(text)) {
    // Only addresses that are safe to follow: a javascript: link would run in the page of whoever clicks it.
    place.faults.add(path, inputMessages.notUrl);
  }
}

function checkRange(field: StoredField, text: string, place: ValuePlace): void {
  const value = parseDecimal(text);
  const [least, most] = [readNumberLimit(field, "minValue"), readNumberLimit(field, "maxValue")];
  if (value && most && compareDecimals(value, most) > 0) {
    place.faults.add(`${place.path}.value`, inputMessages.tooBig, { limit: printDecimal(most) });
  }
  if (value && least && compareDecimals(value, least) < 0) {
    place.faults.add(`${place.path}.value`, inputMessages.tooSmall, { limit: printDecimal(least) });
  }
}
