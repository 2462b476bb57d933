import type { ReactElement } from "react";
import type { StoredReport } from "../../../store/report-settings.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import { reportMessages } from "../messages/report-messages.ts";
import { ScrollRegion } from "../shell/scroll-region.tsx";
import { translate } from "../shell/translate.ts";
import type { ReportRow } from "./aggregate.ts";

type Props = {
  readonly report: StoredReport;
  readonly rows: readonly ReportRow[];
  /** Names of the groups and of the figures. */
  readonly groups: readonly string[];
  readonly figures: readonly string[];
};

/** The figures of a graph, one line for each combination of groups. */
export function ReportTable({ report, rows, groups, figures }: Props): ReactElement {
  const heads = groups.length === 0 ? [report.name] : groups;
  return (
    <ScrollRegion className="kp-card kp-report-table" label={translate(reportMessages.table)}>
      <table className="kp-table">
        <caption className="kp-visually-hidden">{report.name}</caption>
        <thead>
          <tr>
            {[...heads, ...figures].map((name, index) => (
              <th key={`${index} ${name}`} scope="col" className={index < heads.length ? "" : "kp-number"}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ keys, values }) => (
            <tr key={JSON.stringify(keys)}>
              {(keys.length === 0 ? [translate(reportMessages.all)] : keys).map((key, index) => (
                <th key={index} scope="row">
                  {nameOf(key)}
                </th>
              ))}
              {figures.map((name, index) => (
                <td key={name} className="kp-number">
                  {formatFigure(values[index] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The first group in rows, the others across. */
export function PivotTable({ report, rows, groups, figures }: Props): ReactElement {
  const acrossOf = ({ keys }: ReportRow): string =>
    keys.length < 2 ? (figures[0] ?? "") : keys.slice(1).map(nameOf).join(" / ");
  const across = [...new Set(rows.map(acrossOf))];
  const down = [...new Set(rows.map(({ keys }) => keys[0] ?? ""))];
  const cells = new Map(rows.map((row) => [JSON.stringify([row.keys[0] ?? "", acrossOf(row)]), row.values[0] ?? null]));
  return (
    <ScrollRegion className="kp-card kp-report-table" label={translate(reportMessages.table)}>
      <table className="kp-table">
        <caption className="kp-visually-hidden">{`${report.name} - ${figures[0] ?? ""}`}</caption>
        <thead>
          <tr>
            <th scope="col">{groups[0]}</th>
            {across.map((name) => (
              <th key={name} scope="col" className="kp-number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {down.map((key) => (
            <tr key={key}>
              <th scope="row">{nameOf(key)}</th>
              {across.map((name) => (
                <td key={name} className="kp-number">
                  {formatFigure(cells.get(JSON.stringify([key, name])) ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function nameOf(key: string): string {
  return key === "" ? translate(reportMessages.empty) : key;
}

function formatFigure(value: number | string | null): string {
  if (value === null) {
    return translate(reportMessages.noFigure);
  }
  return typeof value === "number"
    ? new Intl.NumberFormat(pageLanguage(), { maximumFractionDigits: 10 }).format(value)
    : value;
}
