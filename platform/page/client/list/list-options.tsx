import { type ReactElement, useRef } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { listMessages } from "../messages/list-messages.ts";
import { translate } from "../shell/translate.ts";
import { useClosingDetails } from "../shell/use-closing-details.ts";
import { useObservable } from "../record/use-observable.ts";
import { CsvColumns } from "./csv-columns.tsx";
import { chooseTotals, totalsChoice, totalsKinds } from "./totals/totals-choice.ts";
import type { ListQuery } from "./list-query.ts";
import type { ListView } from "./list-view.ts";
import { appPath } from "../shell/app-path.ts";

/** What is seldom needed of a list: writing it to a file, reading records from one. */
export function ListOptions({
  app,
  view,
  query,
}: {
  readonly app: BootstrapApp;
  readonly view: ListView;
  /** Condition and order that the list shows. */
  readonly query: Pick<ListQuery, "condition" | "sort">;
}): ReactElement {
  const place = useRef<HTMLDetailsElement>(null);
  useClosingDetails(place);
  const totals = useObservable(totalsChoice);
  const keys = query.sort.map(({ code, direction }) => `${code} ${direction}`).join(", ");
  const order = keys === "" ? "" : ` order by ${keys}`;
  return (
    <details ref={place} className="kp-list-options" data-kp-part="OptionsButton">
      <summary className="kp-button">{translate(text.options)}</summary>
      <div className="kp-card kp-list-options-panel">
        <label className="kp-label" htmlFor="kp-list-totals">
          {translate(listMessages.totals)}
        </label>
        <select
          className="kp-input kp-list-totals-choice"
          id="kp-list-totals"
          value={totals}
          onChange={(event) => chooseTotals(event.target.value)}
        >
          {totalsKinds.map((kind) => (
            <option key={kind} value={kind}>
              {translate(listMessages[kind === "none" ? "noTotals" : kind])}
            </option>
          ))}
        </select>
        {app.permissions.exportFile === true ? (
          <form method="get" action={`${appPath(app.id)}csv`}>
            <h2>{translate(text.download)}</h2>
            <input type="hidden" name="q" value={`${query.condition}${order}`.trim()} />
            <CsvColumns fields={app.settings.fields} columns={view.fields} />
            <label className="kp-list-options-check">
              <input type="checkbox" name="bom" value="1" defaultChecked /> {translate(text.bom)}
            </label>
            <button className="kp-button kp-button-primary" type="submit">
              {translate(text.downloadAct)}
            </button>
          </form>
        ) : null}
        {app.permissions.importFile === true ? (
          <a className="kp-button" href={`${appPath(app.id)}import`}>
            {translate(text.uploadLink)}
          </a>
        ) : null}
      </div>
    </details>
  );
}
