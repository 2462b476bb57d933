import type { ReactElement, ReactNode } from "react";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { ScrollRegion } from "../shell/scroll-region.tsx";
import { translate } from "../shell/translate.ts";

export type FactRow = { readonly key: string; readonly cells: readonly ReactNode[] };

/** Settings of one kind, one a line; the first cell names the line. */
export function FactTable({
  name,
  heads,
  rows,
}: {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly FactRow[];
}): ReactElement {
  if (rows.length === 0) {
    return <p className="kp-muted">{translate(text.none)}</p>;
  }
  return (
    <ScrollRegion className="kp-card" label={name}>
      <table className="kp-table kp-fact-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {cells.map((cell, index) => (
                // Cells have no name of their own but their column's.
                <td key={heads[index + 1] ?? index}>{cell === "" ? "—" : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Single settings with their names. */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }): ReactElement {
  return (
    <dl className="kp-fact-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === "" ? "—" : value}</dd>
        </div>
      ))}
    </dl>
  );
}
