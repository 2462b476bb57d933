import type { StoredReport } from "../../../store/report-settings.ts";
import type { ReportRow } from "./aggregate.ts";

type Series = { readonly name: string; readonly values: readonly number[] };

/** What a chart draws: one value of each series at each category; a figure that is not there is drawn as 0. */
export type ChartData = { readonly categories: readonly string[]; readonly series: readonly Series[] };

/** The first group names the categories. The others split the first figure into series; without them each figure is a series. */
export function toChartData(
  report: StoredReport,
  rows: readonly ReportRow[],
  names: { readonly figures: readonly string[]; readonly empty: string; readonly all: string },
): ChartData {
  const nameOf = (key: string | undefined): string => (key === undefined ? names.all : key === "" ? names.empty : key);
  const categories = [...new Set(rows.map(({ keys }) => nameOf(keys[0])))];
  const place = new Map(categories.map((category, index) => [category, index]));
  const series = new Map<string, number[]>();
  const put = (name: string, category: string, value: number | string | null | undefined): void => {
    const values = series.get(name) ?? categories.map(() => 0);
    values[place.get(category) ?? 0] = typeof value === "number" ? value : 0;
    series.set(name, values);
  };
  for (const { keys, values } of rows) {
    if (report.groups.length > 1) {
      put(keys.slice(1).map(nameOf).join(" / "), nameOf(keys[0]), values[0]);
    } else {
      for (const [index, figure] of names.figures.entries()) {
        put(figure, nameOf(keys[0]), values[index]);
      }
    }
  }
  return { categories, series: [...series].map(([name, values]) => ({ name, values })) };
}

/** Values as they are drawn on top of each other: from and to of each, in the mode of the chart. */
export function toSpans(
  { categories, series }: ChartData,
  mode: StoredReport["chartMode"],
): readonly (readonly { readonly from: number; readonly to: number }[])[] {
  if (mode !== "STACKED" && mode !== "PERCENTAGE") {
    return series.map(({ values }) => values.map((value) => ({ from: 0, to: value })));
  }
  const totals = categories.map((_, index) =>
    series.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0),
  );
  const reached = categories.map(() => 0);
  return series.map(({ values }) =>
    values.map((value, index) => {
      const total = totals[index] ?? 0;
      const share = mode === "PERCENTAGE" ? (total === 0 ? 0 : (Math.abs(value) / total) * 100) : value;
      const from = reached[index] ?? 0;
      reached[index] = from + share;
      return { from, to: from + share };
    }),
  );
}

/** Round marks of an axis from the least to the most, 0 included. */
export function toTicks(least: number, most: number): readonly number[] {
  const low = Math.min(0, least);
  const high = low === 0 && most <= 0 ? 1 : Math.max(0, most);
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
