import type { ReactElement } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import { fieldLabel } from "../../field/field-settings.ts";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { Icon } from "../../shell/icon.tsx";
import { translate } from "../../shell/translate.ts";
import type { ConditionOperator, ConditionRow } from "../condition/condition.ts";
import { FilterValue } from "./filter-value.tsx";
import { type FilterField, isDay, listOperators } from "./operators.ts";

/** One condition: a field, a comparison, a value. */
export function FilterRow({
  app,
  fields,
  row,
  number,
  onChange,
  onRemove,
}: {
  readonly app: BootstrapApp;
  readonly fields: readonly FilterField[];
  readonly row: ConditionRow;
  /** Counted from 1, for the names of the parts. */
  readonly number: number;
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const chosen = fields.find(({ field }) => field.code === row.code);
  const choose = (code: string): void => {
    const next = fields.find(({ field }) => field.code === code);
    if (next !== undefined) {
      onChange({ code, operator: listOperators(next)[0] ?? "=", values: [] });
    }
  };
  const listed = chosen === undefined ? [] : listOperators(chosen);
  // A condition from an address may compare in a way the panel does not offer; it is kept as it is.
  const offered = listed.includes(row.operator) ? listed : [row.operator, ...listed];
  return (
    <div className="kp-filter-row">
      <select
        className="kp-input kp-filter-field"
        aria-label={translate(listFilterMessages.field, { number })}
        value={row.code}
        onChange={(event) => choose(event.target.value)}
      >
        {fields.map(({ field, table }) => (
          <option key={field.id} value={field.code}>
            {table === null ? fieldLabel(field) : `${fieldLabel(table)} › ${fieldLabel(field)}`}
          </option>
        ))}
      </select>
      <select
        className="kp-input"
        aria-label={translate(listFilterMessages.operator, { number })}
        value={row.operator}
        onChange={(event) => {
          const operator = offered.find((item) => item === event.target.value);
          if (operator !== undefined) {
            onChange({ ...row, operator, values: operator.startsWith("is ") ? [] : row.values });
          }
        }}
      >
        {offered.map((operator) => (
          <option key={operator} value={operator}>
            {operatorName(operator, chosen !== undefined && isDay(chosen.field))}
          </option>
        ))}
      </select>
      <div className="kp-filter-value">
        {chosen === undefined || row.operator.startsWith("is ") ? null : (
          <FilterValue {...{ app, row, number, onChange }} field={chosen.field} />
        )}
      </div>
      <button
        className="kp-button kp-button-icon"
        type="button"
        aria-label={translate(listFilterMessages.removeRow, { number })}
        onClick={onRemove}
      >
        <Icon name="cancel" />
      </button>
    </div>
  );
}

function operatorName(operator: ConditionOperator, day: boolean): string {
  if (day && (operator === ">" || operator === ">=" || operator === "<" || operator === "<=")) {
    return translate(listFilterMessages[`date ${operator}`]);
  }
  return translate(listFilterMessages[operator]);
}
