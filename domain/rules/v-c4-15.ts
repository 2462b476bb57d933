import { addDays, addMonths, parseCalendarDate } from "../calendar-date.ts";
import {
  fiscalYearEnd,
  fiscalYearStart,
  formatFiscalYear,
  formatJapaneseDate,
  parseFiscalYear,
} from "../fiscal-year.ts";
import { defineMessages, fillMessage } from "../message.ts";
import { normalizeNumber } from "../normalize-number.ts";
import type { Rule } from "./rule.ts";

const messages = defineMessages({
  future: {
    ja: "測った日が今日（{today}）より先になっています。実際に測った日を入れてください。",
    en: "The day of measurement lies after today ({today}). Enter the day on which it was measured.",
  },
  outsideYear: {
    ja: "測った日が年度に合っていません。{fy}の値なら{from}から{to}までの日を入れるか、年度を直してください。",
    en: "The day of measurement does not fit the year. For {fy} enter a day from {from} to {to}, or correct the year.",
  },
});

/**
 * How long after March a value may still be measured for the year when the indicator does not say in which month it
 * appears: until the end of June, a month after the accounts of the year are closed (出納整理期間, to 31 May).
 */
const usualMonths = 3;

/** 課題4: the day of measurement has passed and belongs to the fiscal year. */
export const measuredInItsYear: Rule = {
  id: "V-C4-15",
  name: { ja: "測った日が年度に合っている", en: "The day of measurement fits the fiscal year" },
  says: fillMessage(messages.future, { today: "令和8年11月22日" }),
  level: "stop",
  canBeRelaxed: true,
  // A draft is always saveable, so what is wrong at saving is refused at the next step.
  moments: ["submit", "proceed", "batch"],
  judges: {
    kpi_value: ({ measured_on, fy }, { today, related }) => {
      const measuredOn = parseCalendarDate(measured_on);
      const path = { field: "measured_on" };
      if (measuredOn === null) {
        return [];
      }
      if (measuredOn > today) {
        return [{ path, message: fillMessage(messages.future, { today: formatJapaneseDate(today) }) }];
      }
      const year = parseFiscalYear(Number(normalizeNumber(fy)));
      if (year === null) {
        return [];
      }
      // Without the definition only what no indicator could explain is judged.
      const months = related.kpi ? monthsAfterMarch(related.kpi.available_month) : 12;
      const from = addMonths(fiscalYearStart(year), -months);
      const to = addDays(addMonths(addDays(fiscalYearEnd(year), 1), months), -1);
      if (measuredOn >= from && measuredOn <= to) {
        return [];
      }
      const params = { fy: formatFiscalYear(year), from: formatJapaneseDate(from), to: formatJapaneseDate(to) };
      return [{ path, message: fillMessage(messages.outsideYear, params) }];
    },
  },
};

/** 4 for July: the months from the end of the fiscal year to the end of the month in which the value appears. */
function monthsAfterMarch(availableMonth: string): number {
  const month = Number(normalizeNumber(availableMonth) ?? Number.NaN);
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    return usualMonths;
  }
  return month > 3 ? month - 3 : month + 9;
}
