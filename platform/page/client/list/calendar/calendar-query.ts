import { fromWallClock, toWallClock } from "../../field/zoned-time.ts";
import type { ListLocation } from "../list-location.ts";
import type { ListQuery } from "../list-query.ts";
import type { ListView } from "../list-view.ts";
import { parseMonth, shiftMonth } from "./month.ts";

/** As many records as one call gives (fact sheet §11). */
const partSize = 500;

/** A month with more records than these is shown in part. */
export const mostInMonth = 2000;

/** What a calendar asks the server for: the view's records, or the reader's, of one month. */
export function buildCalendarQuery(
  view: Pick<ListView, "filterCond" | "date" | "dateType">,
  at: ListLocation,
  clock: { readonly now: Date; readonly timezone: string },
): ListQuery {
  const { now, timezone } = clock;
  const month = parseMonth(at.month, toWallClock(now.toISOString(), timezone).date);
  const condition = at.condition ?? view.filterCond;
  const start = (day: string): string =>
    view.dateType === "DATE" ? day : fromWallClock({ date: day, time: "00:00" }, timezone);
  const within = `${view.date} >= "${start(`${month}-01`)}" and ${view.date} < "${start(`${shiftMonth(month, 1)}-01`)}"`;
  const all = condition === "" ? within : `(${condition}) and ${within}`;
  const query = `${all} order by ${view.date} asc limit ${partSize} offset 0`;
  return { condition, query, sort: [], offset: 0, size: partSize, month };
}

/** The questions for what of a month did not come with the first answer. */
export function listFurtherParts(query: string, total: number): string[] {
  const parts = Math.ceil(Math.min(total, mostInMonth) / partSize);
  return Array.from({ length: Math.max(0, parts - 1) }, (_, index) =>
    query.replace(/offset 0$/u, `offset ${(index + 1) * partSize}`),
  );
}

/** The day on which a value stands: itself, or that of a moment in the reader's time zone; `""` without a value. */
export function toDay(value: unknown, timezone: string): string {
  if (typeof value !== "string") {
    return "";
  }
  return value.length > 10 ? toWallClock(value, timezone).date : value;
}

/** The records of each day, in the order given; those without a day are left out. */
export function groupByDay<T>(records: readonly T[], dayOf: (record: T) => string): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const record of records) {
    const day = dayOf(record);
    if (day !== "") {
      days.set(day, [...(days.get(day) ?? []), record]);
    }
  }
  return days;
}
