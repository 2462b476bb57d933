/** One graph of an app as one entry of `GET app/reports.json`; `id` and `index` are decimal strings there and here. */
export type StoredReport = {
  readonly id: string;
  readonly index: string;
  readonly name: string;
  readonly chartType: ChartType;
  /** Only for BAR, COLUMN, AREA and SPLINE_AREA. */
  readonly chartMode?: ChartMode;
  readonly groups: readonly ReportGroup[];
  readonly aggregations: readonly ReportAggregation[];
  readonly filterCond: string;
  readonly sorts: readonly ReportSort[];
  readonly periodicReport: PeriodicReport | null;
};

type ChartType = (typeof chartTypes)[number];
type ChartMode = "NORMAL" | "STACKED" | "PERCENTAGE";
export type GroupPer = (typeof groupPers)[number];
export type ReportGroup = { readonly code: string; readonly per?: GroupPer };
export type ReportAggregation = { readonly type: AggregationType; readonly code?: string };
type AggregationType = "COUNT" | "SUM" | "AVERAGE" | "MAX" | "MIN";
export type ReportSort = {
  readonly by: "TOTAL" | "GROUP1" | "GROUP2" | "GROUP3";
  readonly order: "ASC" | "DESC";
};
/** When kintone would draw up the graph by itself. Here it is kept and answered, nothing is drawn up. */
export type PeriodicReport = { readonly active: boolean; readonly period: Readonly<Record<string, string>> };

export const chartTypes = [
  "BAR",
  "COLUMN",
  "PIE",
  "LINE",
  "PIVOT_TABLE",
  "TABLE",
  "AREA",
  "SPLINE",
  "SPLINE_AREA",
] as const;

export const groupPers = ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE"] as const;
