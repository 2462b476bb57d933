// A treegrid of absolutely placed, recycled rows cannot be a <table>; 「表で見る」 is one.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from "react";
import { useLanguage, useText } from "../../core/ui/language.tsx";
import { fromEpochDay, toEpochDay, type CalendarDate } from "../../../domain/calendar-date.ts";
import { type Band, buildBands } from "../model/bands.ts";
import { formatDay } from "../model/format-day.ts";
import { type HeaderFlag, certaintyTexts, placeFlags } from "../model/header-flags.ts";
import type { SubItem } from "../model/plan-data.ts";
import { type Scale, dayToX } from "../model/scale.ts";
import { chartSize } from "./chart-size.ts";
import { roadmapTexts } from "./roadmap-texts.ts";

export type ChartHeadProps = {
  readonly scale: Scale;
  readonly today: CalendarDate;
  readonly hasMonths: boolean;
  readonly subItems: readonly SubItem[];
  readonly onFlag: (flag: HeaderFlag, anchor: HTMLElement) => void;
};

/** The grid names the header as its first row by this. */
export const headId = "mdx-rm-head";

const todayWidth = 76;

/** The header: fiscal years, quarters, months at the finest scale, then today and the dates that the plan names. */
export const ChartHead = memo(function ChartHead({ scale, today, hasMonths, subItems, onFlag }: ChartHeadProps) {
  const text = useText();
  const language = useLanguage();
  const bands = buildBands(scale, language);
  const todayDay = toEpochDay(today);
  const todayX = Math.round(dayToX(scale, todayDay));
  const showsToday = todayDay >= scale.firstDay && todayDay < scale.endDay;
  const flags = placeFlags(subItems, scale, { x: showsToday ? todayX : -1, width: todayWidth }, language);
  const range = {
    from: formatDay(fromEpochDay(scale.firstDay), language),
    to: formatDay(fromEpochDay(scale.endDay - 1), language),
  };
  return (
    <div className="mdx-rm-head" role="presentation" style={{ width: chartSize.labelWidth + scale.width }}>
      <div id={headId} role="row" aria-rowindex={1} className="mdx-rm-head-row">
        <div className="mdx-rm-corner" role="presentation">
          <span role="columnheader">{text(roadmapTexts.nameColumn)}</span>
          <span role="columnheader" className="mdx-rm-corner-dept">
            {text(roadmapTexts.deptColumn)}
          </span>
          <span role="columnheader" className="mdx-rm-corner-progress">
            {text(roadmapTexts.progressColumn)}
          </span>
        </div>
        <div
          role="columnheader"
          aria-label={text(roadmapTexts.periodColumn, range)}
          className="mdx-rm-scale"
          style={{ width: scale.width }}
        >
          <BandRow bands={bands.years} kind="year" today={todayDay} />
          <BandRow bands={bands.quarters} kind="quarter" today={todayDay} />
          {hasMonths ? <BandRow bands={bands.months} kind="month" today={todayDay} /> : null}
          <div className="mdx-rm-flags">
            {flags.map((flag) => (
              <button
                key={flag.subItem.subItemId}
                type="button"
                className="mdx-rm-flag"
                style={{ left: flag.x }}
                aria-label={text(roadmapTexts.flagLabel, {
                  shown: flag.label,
                  date: flag.subItem.dateText,
                  item: flag.subItem.text,
                  certainty: text(certaintyTexts[flag.certainty]),
                })}
                onClick={(event) => onFlag(flag, event.currentTarget)}
              >
                {flag.label}
              </button>
            ))}
            {showsToday ? (
              <span className="mdx-rm-today-label" style={{ left: todayX }}>
                {text(roadmapTexts.today, { date: shortDay(today) })}
              </span>
            ) : null}
          </div>
        </div>
      </div>
    </div>
  );
});

function BandRow({ bands, kind, today }: { bands: readonly Band[]; kind: string; today: number }) {
  return (
    <div className={`mdx-rm-band-row mdx-rm-band-${kind}`} aria-hidden="true">
      {bands.map((band) => (
        <div
          key={band.key}
          className={today >= band.from && today < band.to ? "mdx-rm-band is-present" : "mdx-rm-band"}
          style={{ left: band.x, width: band.width }}
        >
          <span>{band.label}</span>
        </div>
      ))}
    </div>
  );
}

function shortDay(date: CalendarDate): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;
}
