import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, fromEpochDay, toCalendarDate } from "./calendar-date.ts";
import {
  addFiscalYears,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  formatFiscalYear,
  formatJapaneseDate,
  formatSlashDate,
  parseFiscalYear,
  quarterOf,
} from "./fiscal-year.ts";

const usualDay = fc.integer({ min: -15_000, max: 73_000 }).map(fromEpochDay);

describe("fiscalYearOf", () => {
  it("changes on 1 April", () => {
    expect(fiscalYearOf(toCalendarDate(2026, 3, 31))).toBe(2025);
    expect(fiscalYearOf(toCalendarDate(2026, 4, 1))).toBe(2026);
  });

  it("holds every day between its own first and last day, which touch the neighbours", () => {
    fc.assert(
      fc.property(usualDay, (date) => {
        const year = fiscalYearOf(date);
        expect(fiscalYearStart(year) <= date && date <= fiscalYearEnd(year)).toBe(true);
        expect(addDays(fiscalYearEnd(year), 1)).toBe(fiscalYearStart(addFiscalYears(year, 1)));
      }),
    );
  });
});

describe("quarterOf", () => {
  it("counts from April", () => {
    expect([4, 6, 7, 9, 10, 12, 1, 3].map((month) => quarterOf(toCalendarDate(2026, month, 1)))).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4,
    ]);
  });
});

describe("parseFiscalYear", () => {
  it("takes whole years only", () => {
    expect(parseFiscalYear(2026)).toBe(2026);
    expect(parseFiscalYear(8)).toBeNull();
    expect(parseFiscalYear(9998)).toBeNull();
    expect(parseFiscalYear(2026.5)).toBeNull();
    expect(parseFiscalYear(Number.NaN)).toBeNull();
  });
});

describe("formatting", () => {
  it("names fiscal years by era and calendar year", () => {
    expect(formatFiscalYear(fiscalYearOf(toCalendarDate(2026, 4, 1)))).toBe("令和8年度(2026)");
    expect(formatFiscalYear(fiscalYearOf(toCalendarDate(2019, 4, 1)))).toBe("令和元年度(2019)");
    expect(formatFiscalYear(fiscalYearOf(toCalendarDate(2018, 4, 1)))).toBe("平成30年度(2018)");
    expect(formatFiscalYear(fiscalYearOf(toCalendarDate(1989, 3, 31)))).toBe("昭和63年度(1988)");
  });

  it.each([
    [2026, 4, 1, "令和8年4月1日"],
    [2019, 5, 1, "令和元年5月1日"],
    [2019, 4, 30, "平成31年4月30日"],
    [1989, 1, 8, "平成元年1月8日"],
    [1989, 1, 7, "昭和64年1月7日"],
    [1926, 12, 25, "昭和元年12月25日"],
    [1926, 12, 24, "大正15年12月24日"],
    [1912, 7, 29, "1912年7月29日"],
  ])("names %i-%i-%i by the era of that very day", (year, month, day, text) => {
    expect(formatJapaneseDate(toCalendarDate(year, month, day))).toBe(text);
  });

  it("writes dates in tables with slashes", () => {
    expect(formatSlashDate(toCalendarDate(2026, 4, 1))).toBe("2026/04/01");
  });
});
