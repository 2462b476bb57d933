import { type ReactElement, useState } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { translate } from "../shell/translate.ts";

/** What a CSV file cannot hold. */
const withoutCsv = new Set(["FILE", "GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR", "CATEGORY"]);

/** Which columns a CSV file gets: those of the list, all, or chosen ones in the order of the form. */
export function CsvColumns({
  fields,
  columns,
}: {
  readonly fields: readonly StoredField[];
  /** Codes of the list's columns. */
  readonly columns: readonly string[];
}): ReactElement {
  const [way, setWay] = useState(columns.length === 0 ? "all" : "list");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(columns));
  const offered = fields.filter(({ type }) => !withoutCsv.has(type));
  const codes = offered.filter(({ code }) => chosen.has(code)).map(({ code }) => code);
  const value = way === "list" ? columns : way === "all" ? [] : codes;
  return (
    <>
      <label className="kp-label" htmlFor="kp-csv-fields">
        {translate(text.columns)}
      </label>
      <select className="kp-input" id="kp-csv-fields" value={way} onChange={(event) => setWay(event.target.value)}>
        {columns.length === 0 ? null : <option value="list">{translate(text.columnsOfView)}</option>}
        <option value="all">{translate(text.columnsAll)}</option>
        <option value="own">{translate(text.columnsOwn)}</option>
      </select>
      <input type="hidden" name="fields" value={value.join(",")} />
      {way === "own" ? (
        <fieldset className="kp-csv-choices">
          <legend className="kp-visually-hidden">{translate(text.columnsOwn)}</legend>
          {offered.map((field) => (
            <label key={field.id} className="kp-list-options-check">
              <input
                type="checkbox"
                checked={chosen.has(field.code)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.target.checked) {
                    next.add(field.code);
                  } else {
                    next.delete(field.code);
                  }
                  setChosen(next);
                }}
              />{" "}
              {fieldLabel(field)}
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
