import { type CalendarDate, toCalendarDate, toYearMonthDay } from "./calendar-date.ts";

declare const brand: unique symbol;

/** A Japanese fiscal year by the calendar year in which it begins: 2026 = 2026-04-01 to 2027-03-31. */
export type FiscalYear = number & { readonly [brand]: "FiscalYear" };

/** Eras with their first day; 元号を改める政令 for 令和 and 平成, 改元の詔書 before. */
const eras: readonly { readonly name: string; readonly from: string; readonly firstYear: number }[] = [
  { name: "令和", from: "2019-05-01", firstYear: 2019 },
  { name: "平成", from: "1989-01-08", firstYear: 1989 },
  { name: "昭和", from: "1926-12-25", firstYear: 1926 },
  { name: "大正", from: "1912-07-30", firstYear: 1912 },
];

/**
 * Returns the number as a fiscal year, or null when it is not an integer of 1900–2999: anything else is mistyped, and a
 * year at the end of the calendar (9999) would have no days around it to count to.
 */
export function parseFiscalYear(value: number): FiscalYear | null {
  return isFiscalYear(value) && value >= 1900 && value <= 2999 ? value : null;
}

/** The fiscal year (April to March) in which a day lies. */
export function fiscalYearOf(date: CalendarDate): FiscalYear {
  const { year, month } = toYearMonthDay(date);
  return toFiscalYear(month >= 4 ? year : year - 1);
}

/** 1 April. */
export function fiscalYearStart(fiscalYear: FiscalYear): CalendarDate {
  return toCalendarDate(fiscalYear, 4, 1);
}

/** 31 March of the next calendar year. */
export function fiscalYearEnd(fiscalYear: FiscalYear): CalendarDate {
  return toCalendarDate(fiscalYear + 1, 3, 31);
}

/** The fiscal year `years` later (earlier when negative). */
export function addFiscalYears(fiscalYear: FiscalYear, years: number): FiscalYear {
  return toFiscalYear(fiscalYear + years);
}

/** The quarter of the fiscal year in which a day lies: 1 is April to June, 4 is January to March. */
export function quarterOf(date: CalendarDate): 1 | 2 | 3 | 4 {
  const { month } = toYearMonthDay(date);
  return month <= 3 ? 4 : month <= 6 ? 1 : month <= 9 ? 2 : 3;
}

/** "令和8年度(2026)"; the era is the one of 1 May, so that 2019 is 令和元年度 as the budget of that year is called. */
export function formatFiscalYear(fiscalYear: FiscalYear): string {
  return `${formatEraYear(toCalendarDate(fiscalYear, 5, 1))}度(${fiscalYear})`;
}

/** "令和8年4月1日", for sentences. */
export function formatJapaneseDate(date: CalendarDate): string {
  const { month, day } = toYearMonthDay(date);
  return `${formatEraYear(date)}${month}月${day}日`;
}

/** "2026/04/01", for tables. */
export function formatSlashDate(date: CalendarDate): string {
  return date.replaceAll("-", "/");
}

function formatEraYear(date: CalendarDate): string {
  const { year } = toYearMonthDay(date);
  const era = eras.find(({ from }) => date >= from);
  if (!era) {
    return `${year}年`;
  }
  const eraYear = year - era.firstYear + 1;
  return `${era.name}${eraYear === 1 ? "元" : eraYear}年`;
}

function isFiscalYear(value: number): value is FiscalYear {
  return Number.isInteger(value) && value >= 1 && value <= 9998;
}

function toFiscalYear(value: number): FiscalYear {
  if (!isFiscalYear(value)) {
    throw new RangeError(`${value} is not a fiscal year`);
  }
  return value;
}
