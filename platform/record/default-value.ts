import { dayAt, formatInstant, timeAt } from "../query/calendar.ts";
import type { StoredField } from "../store/app-settings.ts";
import type { FieldValue } from "../store/stored-record.ts";
import { hasFlag, readDefaultEntities, readDefaultText, readDefaultTexts } from "./field-property.ts";
import { parseDateTime, parseNumber } from "./parse-scalar.ts";
import type { ValuePlace, WriteScope } from "./write-scope.ts";

/** What a field gets whose key is missing in a new record or row; undefined = nothing (fact sheet §5.4). */
export function toDefaultValue(field: StoredField, place: ValuePlace, scope: WriteScope): FieldValue | undefined {
  const { now, caller } = scope;
  const isNow = hasFlag(field, "defaultNowValue");
  switch (field.type) {
    case "SINGLE_LINE_TEXT":
    case "MULTI_LINE_TEXT":
    case "RICH_TEXT":
    case "LINK":
    case "RADIO_BUTTON":
    case "DROP_DOWN":
      return readDefaultText(field);
    case "NUMBER":
      return parseNumber(readDefaultText(field), place, scope.app.settings.general.numberPrecision);
    case "DATE":
      return isNow ? dayAt(now, caller.timezone) : readDefaultText(field);
    case "TIME":
      return isNow ? timeAt(now, caller.timezone) : readDefaultText(field);
    case "DATETIME":
      return isNow ? formatInstant(now) : parseDateTime(readDefaultText(field), place);
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return readDefaultTexts(field);
    case "USER_SELECT":
    case "GROUP_SELECT":
    case "ORGANIZATION_SELECT":
      return toDefaultCodes(field, scope);
    default:
      return undefined;
  }
}

function toDefaultCodes(field: StoredField, { store, caller }: WriteScope): readonly string[] {
  return readDefaultEntities(field).flatMap(({ type, code }) => {
    if (type !== "FUNCTION") {
      return [code];
    }
    if (code === "LOGINUSER()") {
      return [caller.code];
    }
    const primary = store.organizations.ofUser(caller.code)[0];
    return primary ? [primary.code] : [];
  });
}
