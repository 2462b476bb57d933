import { defineMessages } from "../../message.ts";

/** The page of an app's graphs. */
export const reportMessages = defineMessages({
  reports: { ja: "グラフ", en: "Graphs" },
  open: { ja: "グラフを見る", en: "Show the graphs" },
  choose: { ja: "グラフの切り替え", en: "Choose a graph" },
  back: { ja: "レコードの一覧へ戻る", en: "Back to the records" },
  noneTitle: { ja: "グラフが見つかりません", en: "The graph was not found" },
  none: {
    ja: "このアプリにそのグラフはありません。削除された可能性があります。ほかのグラフを選ぶか、レコードの一覧へ戻ってください。",
    en: "This app has no such graph. It may have been deleted. Choose another one or go back to the records.",
  },
  noDataTitle: { ja: "集計するレコードがありません", en: "There are no records to show" },
  noData: {
    ja: "条件に合うレコードが登録されると、ここにグラフが表示されます。",
    en: "The graph appears here once there are records that match its condition.",
  },
  loading: { ja: "集計しています…", en: "Working it out…" },
  summary: {
    ja: "{name}。{categories}個の項目、{records}件のレコードを集計しました。値は下の表にあります。",
    en: "{name}. {categories} items out of {records} records. The table below has the figures.",
  },
  tooMany: {
    ja: "項目が多いため、グラフには最初の{shown}個だけを表示しています。下の表には{all}個すべてがあります。",
    en: "The graph shows only the first {shown} of {all} items. The table below has all of them.",
  },
  empty: { ja: "（空）", en: "(empty)" },
  noFigure: { ja: "―", en: "–" },
  table: { ja: "集計表", en: "Figures" },
  all: { ja: "全体", en: "All records" },
  COUNT: { ja: "レコード数", en: "Number of records" },
  SUM: { ja: "{field}の合計", en: "Total of {field}" },
  AVERAGE: { ja: "{field}の平均", en: "Average of {field}" },
  MAX: { ja: "{field}の最大値", en: "Maximum of {field}" },
  MIN: { ja: "{field}の最小値", en: "Minimum of {field}" },
});
