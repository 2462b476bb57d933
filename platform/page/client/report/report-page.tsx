import { type ReactElement, useEffect, useMemo } from "react";
import type { Bootstrap, BootstrapApp } from "../../bootstrap.ts";
import type { ReportAggregation, StoredReport } from "../../../store/report-settings.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { readText } from "../field/read-value.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { fireEvent } from "../kintone/event-bus.ts";
import { pageState } from "../kintone/page-state.ts";
import { reportMessages } from "../messages/report-messages.ts";
import type { FormRecord } from "../record/form-record.ts";
import { Banner } from "../shell/banner.tsx";
import { describeProblem } from "../shell/describe-problem.ts";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import { aggregate } from "./aggregate.ts";
import { Chart } from "./chart.tsx";
import { type ChartData, toChartData } from "./chart-data.ts";
import { PivotTable, ReportTable } from "./report-table.tsx";
import { loadReportRecords } from "./load-report-records.ts";
import { appPath } from "../shell/app-path.ts";

type Props = { readonly bootstrap: Bootstrap; readonly app: BootstrapApp };

/** kintone draws at most 500 points (help). */
const mostCategories = 500;

/** One graph of an app, with its figures in a table under it. */
export function ReportPage({ bootstrap, app }: Props): ReactElement {
  const { reports } = app.settings;
  const asked = new URLSearchParams(location.search).get("report");
  const report = asked === null ? reports[0] : reports.find(({ id }) => id === asked);
  const mobile = bootstrap.page.endsWith("_MOBILE");
  const home = appPath(app.id, mobile);
  return (
    <div className="kp-report">
      <p className="kp-record-back">
        <a href={home}>{translate(reportMessages.back)}</a>
      </p>
      {reports.length < 2 ? null : (
        <select
          className="kp-input"
          data-kp-part={mobile ? "ReportSelector" : "ViewAndReportSelector"}
          aria-label={translate(reportMessages.choose)}
          value={report?.id ?? ""}
          onChange={(event) => location.assign(`${home}report?report=${event.target.value}`)}
        >
          {report === undefined ? <option value="">{translate(reportMessages.choose)}</option> : null}
          {reports.map(({ id, name }) => (
            <option key={id} value={id} data-kp-part={`ReportSelectorItems:${id}`}>
              {name}
            </option>
          ))}
        </select>
      )}
      {report === undefined ? (
        <>
          <h1>{translate(reportMessages.reports)}</h1>
          <Banner kind="danger" title={translate(reportMessages.noneTitle)}>
            <p>{translate(reportMessages.none)}</p>
          </Banner>
        </>
      ) : (
        <ShownReport bootstrap={bootstrap} app={app} report={report} />
      )}
    </div>
  );
}

const noRecords: readonly FormRecord[] = [];

function ShownReport({ bootstrap, app, report }: Props & { readonly report: StoredReport }): ReactElement {
  const loaded = useLoaded(() => loadReportRecords(app, report), report.id);
  const records = loaded.state === "loaded" ? loaded.value : noRecords;
  const done = loaded.state === "loaded";
  const { fields } = app.settings;
  const rows = useMemo(
    () => (done ? aggregate(report, records, { fields, timeZone: bootstrap.loginUser.timezone }) : []),
    [done, report, records, fields, bootstrap],
  );
  useEffect(() => {
    pageState.reportCondition = report.filterCond;
    return () => {
      pageState.reportCondition = null;
    };
  }, [report]);
  useEffect(() => {
    if (done) {
      const type = `${bootstrap.page.endsWith("_MOBILE") ? "mobile." : ""}app.report.show`;
      void fireEvent(type, { type, appId: app.id });
    }
  }, [done, bootstrap, app]);
  const figures = report.aggregations.map((item) => nameFigure(item, fields));
  const groups = report.groups.map(({ code }) => labelOf(code, fields));
  return (
    <>
      <h1>{report.name}</h1>
      {loaded.state === "failed" ? (
        <ProblemPanel problem={describeProblem(loaded.error)} onRetry={loaded.reload} />
      ) : null}
      {loaded.state === "loading" ? <output className="kp-muted">{translate(reportMessages.loading)}</output> : null}
      {done && rows.length === 0 ? (
        <div className="kp-card kp-report-empty">
          <p>{translate(reportMessages.noDataTitle)}</p>
          <p className="kp-muted">{translate(reportMessages.noData)}</p>
        </div>
      ) : null}
      {rows.length === 0 ? null : <Figures {...{ report, rows, groups, figures }} records={records.length} />}
    </>
  );
}

function Figures({
  records,
  ...shown
}: Parameters<typeof ReportTable>[0] & { readonly records: number }): ReactElement {
  const { report, rows, figures } = shown;
  if (report.chartType === "PIVOT_TABLE") {
    return <PivotTable {...shown} />;
  }
  if (report.chartType === "TABLE") {
    return <ReportTable {...shown} />;
  }
  const data = toChartData(report, rows, {
    figures,
    empty: translate(reportMessages.empty),
    all: translate(reportMessages.all),
  });
  const { categories } = data;
  const summary = { name: report.name, categories: categories.length, records };
  return (
    <>
      {categories.length > mostCategories ? (
        <p className="kp-muted">
          {translate(reportMessages.tooMany, { shown: mostCategories, all: categories.length })}
        </p>
      ) : null}
      <Chart report={report} data={firstOf(data)} summary={translate(reportMessages.summary, summary)} />
      <ReportTable {...shown} />
    </>
  );
}

function firstOf({ categories, series }: ChartData): ChartData {
  return {
    categories: categories.slice(0, mostCategories),
    series: series.map(({ name, values }) => ({ name, values: values.slice(0, mostCategories) })),
  };
}

function nameFigure({ type, code }: ReportAggregation, fields: readonly StoredField[]): string {
  return translate(reportMessages[type], { field: code === undefined ? "" : labelOf(code, fields) });
}

function labelOf(code: string, fields: readonly StoredField[]): string {
  const field = fields.flatMap((item) => [item, ...(item.fields ?? [])]).find((item) => item.code === code);
  return readText(field?.property["label"]) || code;
}
