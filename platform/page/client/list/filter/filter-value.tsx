import type { ReactElement } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import type { StoredField } from "../../../../store/app-settings.ts";
import { readOptions } from "../../field/field-settings.ts";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { translate } from "../../shell/translate.ts";
import type { ConditionRow, ConditionValue } from "../condition/condition.ts";
import { CodeValues } from "./code-values.tsx";
import { DayValue } from "./day-value.tsx";
import { isDay, isNumeric } from "./operators.ts";
import { PeopleValue } from "./people-value.tsx";
import { readTypedNumber } from "./read-typed-number.ts";

export type FilterValueProps = {
  readonly app: BootstrapApp;
  readonly field: StoredField;
  readonly row: ConditionRow;
  readonly number: number;
  readonly onChange: (row: ConditionRow) => void;
};

/** The value of a condition, entered in the way of the field's type. */
export function FilterValue(props: FilterValueProps): ReactElement {
  const { field, row, number, onChange } = props;
  if (row.operator === "in" || row.operator === "not in") {
    if (isChoice(field)) {
      return <ChoiceValues {...props} />;
    }
    return people.has(field.type) ? <PeopleValue {...props} /> : <CodeValues {...props} />;
  }
  if (isDay(field)) {
    return <DayValue {...props} />;
  }
  const isTime = field.type === "TIME" || (field.type === "CALC" && field.property["format"] === "TIME");
  const numeric = isNumeric(field);
  const text = row.values[0]?.text ?? "";
  const wrong = numeric && readTypedNumber(text) === null;
  const change = (typed: string): void => onChange({ ...row, values: [{ kind: "text", text: typed }] });
  const asksEmpty = (row.operator === "=" || row.operator === "!=") && text === "";
  return (
    <>
      <input
        className="kp-input"
        type={isTime ? "time" : "text"}
        inputMode={numeric ? "decimal" : "text"}
        aria-label={translate(listFilterMessages.value, { number })}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `kp-filter-wrong-${number}` : undefined}
        value={text}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          const plain = numeric ? readTypedNumber(text) : null;
          if (plain !== null && plain !== text) {
            change(plain);
          }
        }}
      />
      {wrong ? (
        <p id={`kp-filter-wrong-${number}`} className="kp-filter-wrong">
          {translate(listFilterMessages.notNumber)}
        </p>
      ) : null}
      {asksEmpty ? <p className="kp-muted">{translate(listFilterMessages.emptyMeans)}</p> : null}
    </>
  );
}

const people = new Set([
  "USER_SELECT",
  "CREATOR",
  "MODIFIER",
  "STATUS_ASSIGNEE",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
]);

function isChoice(field: StoredField): boolean {
  return ["DROP_DOWN", "RADIO_BUTTON", "CHECK_BOX", "MULTI_SELECT", "STATUS"].includes(field.type);
}

function ChoiceValues({ app, field, row, number, onChange }: FilterValueProps): ReactElement {
  const options =
    field.type === "STATUS"
      ? app.settings.process.states
          .toSorted((left, right) => Number(left.index) - Number(right.index))
          .map(({ name }) => ({ value: name, label: name }))
      : [{ value: "", label: translate(listFilterMessages.unset) }, ...readOptions(field)];
  const chosen = new Set(row.values.map(({ text }) => text));
  const toggle = (value: string): void => {
    const next = options.filter((option) => (option.value === value) !== chosen.has(option.value));
    onChange({ ...row, values: next.map((option): ConditionValue => ({ kind: "text", text: option.value })) });
  };
  return (
    <fieldset className="kp-filter-choices">
      <legend className="kp-visually-hidden">{translate(listFilterMessages.value, { number })}</legend>
      {options.map((option) => (
        <label key={option.value} className="kp-filter-choice">
          <input type="checkbox" checked={chosen.has(option.value)} onChange={() => toggle(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
