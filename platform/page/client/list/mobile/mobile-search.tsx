import { type ReactElement, useState } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import type { StoredField } from "../../../../store/app-settings.ts";
import { fieldLabel } from "../../field/field-settings.ts";
import { listMessages } from "../../messages/list-messages.ts";
import { translate } from "../../shell/translate.ts";
import { buildCondition } from "../condition/build-condition.ts";
import { parseCondition } from "../condition/parse-condition.ts";
import { isSortable } from "../list-columns.ts";
import type { ListLocation } from "../list-location.ts";
import type { ListQuery } from "../list-query.ts";
import type { ListView } from "../list-view.ts";

const searchable = new Set(["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT", "RICH_TEXT", "LINK"]);

/** Search by a word in one field and the order; what a phone needs of filtering. */
export function MobileSearch({
  columns,
  view,
  at,
  query,
  onMove,
}: {
  readonly app: BootstrapApp;
  readonly columns: readonly StoredField[];
  readonly view: ListView;
  readonly at: ListLocation;
  readonly query: ListQuery;
  readonly onMove: (to: ListLocation) => void;
}): ReactElement {
  const fields = columns.filter((field) => searchable.has(field.type));
  const last = parseCondition(at.condition ?? "")?.rows.at(-1);
  const before = last?.operator === "like" ? fields.find((field) => field.code === last.code) : undefined;
  const [code, setCode] = useState(before?.code ?? fields[0]?.code ?? "");
  const [text, setText] = useState(before === undefined ? "" : (last?.values[0]?.text ?? ""));
  const chosen = fields.find((field) => field.code === code);
  const first = query.sort[0];
  const search = (): void => {
    const row = { code, operator: "like", values: [{ kind: "text", text }] } as const;
    const own = buildCondition({ joiner: "and", rows: [row] });
    const condition = view.filterCond === "" ? own : `(${view.filterCond}) and ${own}`;
    onMove({ ...at, condition: text.trim() === "" ? null : condition, page: 1 });
  };
  return (
    <details className="kp-mobile-search" data-kp-part="FilterButton" open={at.condition !== null}>
      <summary>{translate(listMessages.search)}</summary>
      {chosen === undefined ? null : (
        <search>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              search();
            }}
          >
            {fields.length > 1 ? (
              <select
                className="kp-input"
                aria-label={translate(listMessages.search)}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              >
                {fields.map((field) => (
                  <option key={field.id} value={field.code}>
                    {fieldLabel(field)}
                  </option>
                ))}
              </select>
            ) : null}
            <div className="kp-mobile-search-row">
              <input
                className="kp-input"
                type="search"
                enterKeyHint="search"
                aria-label={translate(listMessages.searchIn, { name: fieldLabel(chosen) })}
                placeholder={translate(listMessages.searchIn, { name: fieldLabel(chosen) })}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <button className="kp-button" type="submit">
                {translate(listMessages.searchButton)}
              </button>
            </div>
          </form>
        </search>
      )}
      <select
        className="kp-input"
        aria-label={translate(listMessages.sortLabel)}
        value={at.sort === null || first === undefined ? "" : `${first.code} ${first.direction}`}
        onChange={(event) => onMove({ ...at, sort: event.target.value === "" ? null : event.target.value, page: 1 })}
      >
        <option value="">{translate(listMessages.sortDefault)}</option>
        {columns.filter(isSortable).flatMap((field) =>
          (["asc", "desc"] as const).map((direction) => (
            <option key={`${field.id}-${direction}`} value={`${field.code} ${direction}`}>
              {translate(direction === "asc" ? listMessages.ascending : listMessages.descending, {
                name: fieldLabel(field),
              })}
            </option>
          )),
        )}
      </select>
    </details>
  );
}
