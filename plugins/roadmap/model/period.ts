import type { CalendarDate } from "../../../domain/calendar-date.ts";
import {
  type FiscalYear,
  addFiscalYears,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
} from "../../../domain/fiscal-year.ts";
import type { PlanData } from "./plan-data.ts";

export type Period = { readonly from: FiscalYear; readonly to: FiscalYear };

const longest = 15;

/** The fiscal years that can be chosen: those with a date in them and always the present one with its neighbours. */
export function findPeriod(data: PlanData, today: CalendarDate): Period {
  const present = fiscalYearOf(today);
  // A mistyped century must not turn the page into a desert; such a record is found in the table.
  const earliest = fiscalYearStart(addFiscalYears(present, -longest));
  const latest = fiscalYearEnd(addFiscalYears(present, longest));
  let first = fiscalYearStart(addFiscalYears(present, -1));
  let last = fiscalYearEnd(addFiscalYears(present, 3));
  for (const date of listDates(data)) {
    if (date < first && date >= earliest) {
      first = date;
    }
    if (date > last && date <= latest) {
      last = date;
    }
  }
  return { from: fiscalYearOf(first), to: fiscalYearOf(last) };
}

/** The years of a period, first to last. */
export function listYears({ from, to }: Period): FiscalYear[] {
  return Array.from({ length: to - from + 1 }, (_, index) => addFiscalYears(from, index));
}

function* listDates(data: PlanData): Generator<CalendarDate> {
  for (const action of data.actions) {
    for (const phase of action.phases) {
      for (const { from, to } of [phase.first, phase.current, phase.actual]) {
        if (from !== null) {
          yield from;
        }
        if (to !== null) {
          yield to;
        }
      }
    }
  }
  for (const { dateOn } of data.subItems) {
    if (dateOn !== null) {
      yield dateOn;
    }
  }
}
