import type { AppSchema } from "../schema/app-schema.ts";
import type { Report, ReportFigure, ReportGroup } from "../schema/report.ts";
import { renderConditions } from "./condition.ts";

export type ReportPayload = {
  readonly index: string;
  readonly name: string;
  readonly chartType: Report["chart"];
  readonly chartMode?: "NORMAL" | "STACKED" | "PERCENTAGE";
  readonly groups: readonly ReportGroup[];
  readonly aggregations: readonly ReportFigure[];
  readonly filterCond: string;
  readonly sorts: readonly { readonly by: "TOTAL" | "GROUP1"; readonly order: "ASC" | "DESC" }[];
  readonly periodicReport: null;
};

/** Builds the body of the graphs API, or null where an app declares none: then a town's own graphs stay. */
export function buildReports(schema: AppSchema): { readonly reports: Readonly<Record<string, ReportPayload>> } | null {
  const { reports } = schema;
  if (reports === undefined) {
    return null;
  }
  return { reports: Object.fromEntries(reports.map((report, index) => [report.name, buildReport(report, index)])) };
}

function buildReport(report: Report, index: number): ReportPayload {
  return {
    index: String(index),
    name: report.name,
    chartType: report.chart,
    ...("mode" in report ? { chartMode: report.mode } : {}),
    groups: report.groups,
    aggregations: report.figures ?? [{ type: "COUNT" }],
    filterCond: renderConditions(report.where ?? []),
    sorts: [report.order === "most-first" ? { by: "TOTAL", order: "DESC" } : { by: "GROUP1", order: "ASC" }],
    periodicReport: null,
  };
}
