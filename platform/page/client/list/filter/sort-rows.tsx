import type { ReactElement } from "react";
import type { StoredField } from "../../../../store/app-settings.ts";
import { fieldLabel } from "../../field/field-settings.ts";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { Icon } from "../../shell/icon.tsx";
import { translate } from "../../shell/translate.ts";
import { isSortable } from "../list-columns.ts";
import type { SortKey } from "../list-query.ts";

/** How many keys kintone's own dialog takes. */
const mostKeys = 5;

/** The fields that records can be put in order by. */
export function listSortFields(fields: readonly StoredField[]): StoredField[] {
  const layout = new Set(["GROUP", "REFERENCE_TABLE", "LABEL", "HR", "SPACER"]);
  return fields.filter((field) => isSortable(field) && !layout.has(field.type) && field.property["enabled"] !== false);
}

/** The order of a list, key after key. */
export function SortRows({
  fields,
  keys,
  onChange,
}: {
  readonly fields: readonly StoredField[];
  readonly keys: readonly SortKey[];
  readonly onChange: (keys: readonly SortKey[]) => void;
}): ReactElement {
  const free = fields.find(({ code }) => keys.every((key) => key.code !== code));
  return (
    <fieldset className="kp-filter-sort">
      <legend>{translate(listFilterMessages.sort)}</legend>
      {keys.map((key, index) => (
        <div key={`${index} ${key.code}`} className="kp-filter-row">
          <select
            className="kp-input kp-filter-field"
            aria-label={translate(listFilterMessages.sortField, { number: index + 1 })}
            value={key.code}
            onChange={({ target }) => onChange(keys.with(index, { ...key, code: target.value }))}
          >
            {fields.some(({ code }) => code === key.code) ? null : <option value={key.code}>{key.code}</option>}
            {fields.map((field) => (
              <option key={field.id} value={field.code}>
                {fieldLabel(field)}
              </option>
            ))}
          </select>
          <select
            className="kp-input"
            aria-label={translate(listFilterMessages.sortDirection, { number: index + 1 })}
            value={key.direction}
            onChange={({ target }) =>
              onChange(keys.with(index, { ...key, direction: target.value === "asc" ? "asc" : "desc" }))
            }
          >
            <option value="asc">{translate(listFilterMessages.ascending)}</option>
            <option value="desc">{translate(listFilterMessages.descending)}</option>
          </select>
          <button
            className="kp-button kp-button-icon"
            type="button"
            aria-label={translate(listFilterMessages.removeSort, { number: index + 1 })}
            onClick={() => onChange(keys.toSpliced(index, 1))}
          >
            <Icon name="cancel" />
          </button>
        </div>
      ))}
      {free === undefined || keys.length >= mostKeys ? null : (
        <button
          className="kp-button kp-button-quiet"
          type="button"
          onClick={() => onChange([...keys, { code: free.code, direction: "asc" }])}
        >
          <Icon name="add" />
          {translate(listFilterMessages.addSort)}
        </button>
      )}
    </fieldset>
  );
}
