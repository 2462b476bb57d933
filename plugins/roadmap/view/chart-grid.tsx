import { memo } from "react";
import { toEpochDay, type CalendarDate } from "../../../domain/calendar-date.ts";
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart } from "../../../domain/fiscal-year.ts";
import { type Scale, dayToX, listMonthStarts } from "../model/scale.ts";
import { chartSize } from "./chart-size.ts";

export type ChartGridProps = {
  readonly scale: Scale;
  readonly today: CalendarDate;
  readonly headHeight: number;
  readonly height: number;
  readonly lines: "quarter" | "month";
};

/**
 * The lines of years, quarters and months, the tint of the present fiscal year and today's line. One layer as high as
 * the viewport: it never changes while rows scroll over it, so nothing tall has to be painted again.
 */
export const ChartGrid = memo(function ChartGrid({ scale, today, headHeight, height, lines }: ChartGridProps) {
  const left = (day: number): number => chartSize.labelWidth + Math.round(dayToX(scale, day));
  const year = fiscalYearOf(today);
  const from = Math.max(scale.firstDay, toEpochDay(fiscalYearStart(year)));
  const end = Math.min(scale.endDay, toEpochDay(fiscalYearEnd(year)) + 1);
  const day = toEpochDay(today);
  return (
    <div
      className="mdx-rm-grid"
      aria-hidden="true"
      style={{ top: headHeight, height, marginBottom: -height, width: chartSize.labelWidth + scale.width }}
    >
      {end > from ? <div className="mdx-rm-tint" style={{ left: left(from), width: left(end) - left(from) }} /> : null}
      {listMonthStarts(scale.firstDay, scale.endDay)
        .filter(({ month }) => lines === "month" || month % 3 === 1)
        .map((start) => (
          <i key={start.day} className={lineClass(start.month)} style={{ left: left(start.day) }} />
        ))}
      {day >= scale.firstDay && day < scale.endDay ? <b style={{ left: left(day) }} /> : null}
    </div>
  );
});

function lineClass(month: number): string {
  return month === 4 ? "is-year" : month % 3 === 1 ? "is-quarter" : "is-month";
}
