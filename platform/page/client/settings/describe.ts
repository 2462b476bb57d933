import type { DeclaredSettings } from "../../bootstrap.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";
import { parseCondition } from "../list/condition/parse-condition.ts";
import type { ConditionOperator, ConditionValue } from "../list/condition/condition.ts";
import { isDay } from "../list/filter/operators.ts";
import { parseSort } from "../list/list-query.ts";
import { parseDayFunction } from "../list/filter/day-function.ts";
import { listFilterMessages } from "../messages/list-filter-messages.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { translate } from "../shell/translate.ts";
import { joinWords } from "../shell/join-words.ts";

/** A field of the app by its code, also inside tables. */
function findField(fields: readonly StoredField[], code: string): StoredField | undefined {
  return fields.flatMap((field) => [field, ...(field.fields ?? [])]).find((field) => field.code === code);
}

/** How people know a field; its code where it is gone. */
export function nameField(fields: readonly StoredField[], code: string): string {
  const field = findField(fields, code);
  return field === undefined ? code : fieldLabel(field);
}

/** A condition in words; as it is written where it is more than lines joined by one word. */
export function describeCondition(fields: readonly StoredField[], condition: string): string {
  if (condition === "") {
    return translate(text.allRecords);
  }
  const parsed = parseCondition(condition);
  if (parsed === null) {
    return condition;
  }
  const lines = parsed.rows.map((row) => {
    const field = findField(fields, row.code);
    const operator = nameOperator(row.operator, field !== undefined && isDay(field));
    const values = joinWords(row.values.map(nameValue));
    return `${nameField(fields, row.code)}：${operator}${values === "" ? "" : ` ${values}`}`;
  });
  const joiner = translate(parsed.joiner === "and" ? listFilterMessages.all : listFilterMessages.any);
  return lines.length > 1 ? [joiner, ...lines].join("\n") : lines.join("");
}

function nameOperator(operator: ConditionOperator, day: boolean): string {
  const isOrder = operator === ">" || operator === ">=" || operator === "<" || operator === "<=";
  return translate(day && isOrder ? listFilterMessages[`date ${operator}`] : listFilterMessages[operator]);
}

function nameValue({ kind, text: value }: ConditionValue): string {
  if (kind === "function") {
    const day = parseDayFunction(value);
    // With an argument the function says more than its name.
    return day === null || day.args.length > 0 ? nameFunction(value) : translate(listFilterMessages[day.name]);
  }
  return value === "" ? translate(listFilterMessages.unset) : value;
}

function nameFunction(value: string): string {
  switch (value) {
    case "LOGINUSER()":
      return translate(listFilterMessages.myself);
    case "PRIMARY_ORGANIZATION()":
      return translate(listFilterMessages.myOrganization);
    default:
      return value;
  }
}

/** An order in words. */
export function describeSort(fields: readonly StoredField[], sort: string): string {
  return joinWords(
    parseSort(sort).map(({ code, direction }) =>
      translate(direction === "asc" ? text.ascending : text.descending, { name: nameField(fields, code) }),
    ),
  );
}

/** Someone whom settings name: a person, a group, an organization, or the people in a field. */
export function describeEntity(
  declared: Pick<DeclaredSettings, "names">,
  fields: readonly StoredField[],
  entry: {
    readonly entity: { readonly type: string; readonly code: string | null };
    readonly includeSubs?: boolean;
  },
): string {
  const { type, code } = entry.entity;
  const known = declared.names[`${type} ${code ?? ""}`] ?? code ?? "";
  switch (type) {
    case "USER":
      return known;
    case "GROUP":
      return code === "everyone" ? translate(text.everyone) : translate(text.groupEntity, { name: known });
    case "ORGANIZATION": {
      const name = translate(text.organizationEntity, { name: known });
      return entry.includeSubs === true ? translate(text.withSubs, { name }) : name;
    }
    case "CREATOR":
      return translate(code === null ? text.CREATOR : text.recordCreator);
    default:
      return translate(text.fieldEntity, { name: nameField(fields, code ?? "") });
  }
}
