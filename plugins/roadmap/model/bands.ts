import { fromEpochDay } from "../../../domain/calendar-date.ts";
import { type FiscalYear, fiscalYearOf, quarterOf } from "../../../domain/fiscal-year.ts";
import type { Language } from "../../../domain/message.ts";
import { formatYear } from "./format-year.ts";
import { type Scale, dayToX, listMonthStarts } from "./scale.ts";
import { estimateTextWidth } from "./text-width.ts";

/** One cell of a header row: `from` until before `to` in days, already placed in pixels. */
export type Band = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
  readonly label: string;
};

export type Bands = { readonly years: Band[]; readonly quarters: Band[]; readonly months: Band[] };

/** The header rows of a scale, named in the reader's language; each row covers the whole scale without a gap. */
export function buildBands(scale: Scale, language: Language): Bands {
  const months = listMonthStarts(scale.firstDay, scale.endDay);
  const yearStarts = months.filter(({ month }) => month === 4).map(({ day }) => day);
  const quarterStarts = months.filter(({ month }) => month % 3 === 1).map(({ day }) => day);
  return {
    years: toBands(scale, yearStarts, (day) => namesOfYear(fiscalYearOf(fromEpochDay(day)), language)),
    quarters: toBands(scale, quarterStarts, (day) => namesOfQuarter(quarterOf(fromEpochDay(day)), language)),
    months: toBands(
      scale,
      months.map(({ day }) => day),
      (day) => {
        const month = months.find((start) => start.day === day)?.month ?? 0;
        return [language === "ja" ? `${month}月` : (englishMonths[month - 1] ?? ""), String(month)];
      },
    ),
  };
}

const quarterMonths = {
  ja: { 1: "4〜6月", 2: "7〜9月", 3: "10〜12月", 4: "1〜3月" },
  en: { 1: "Apr–Jun", 2: "Jul–Sep", 3: "Oct–Dec", 4: "Jan–Mar" },
} as const;

const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Longest first, as all names of a band. */
function namesOfYear(year: FiscalYear, language: Language): readonly string[] {
  const name = formatYear(year, language);
  return [name, language === "ja" ? name.replace(/\(.*\)$/u, "") : String(year)];
}

function namesOfQuarter(quarter: 1 | 2 | 3 | 4, language: Language): readonly string[] {
  const months = quarterMonths[language][quarter];
  return language === "ja"
    ? [`第${quarter}四半期(${months})`, `第${quarter}四半期`, `第${quarter}`, String(quarter)]
    : [`Q${quarter} (${months})`, `Q${quarter}`, String(quarter)];
}

/** Every band of a row is named in the same form: the longest that fits into all of them. */
function toBands(scale: Scale, starts: readonly number[], name: (day: number) => readonly string[]): Band[] {
  const placed = starts.map((from, index) => {
    const to = starts[index + 1] ?? scale.endDay;
    const x = Math.round(dayToX(scale, from));
    return { from, to, x, width: Math.round(dayToX(scale, to)) - x, names: name(from) };
  });
  const forms = placed[0]?.names.length ?? 0;
  const fits = (form: number): boolean =>
    placed.every(({ names, width }) => estimateTextWidth(names[form] ?? "", 13) + 4 <= width);
  const form = Array.from({ length: forms }, (_, index) => index).find(fits) ?? forms - 1;
  return placed.map(({ names, ...band }) => ({ ...band, key: String(band.from), label: names[form] ?? "" }));
}
