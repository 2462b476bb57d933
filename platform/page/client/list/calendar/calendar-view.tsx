import { type ReactElement, useState } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import { formatValue } from "../../field/format-value.ts";
import { toWallClock } from "../../field/zoned-time.ts";
import { pageLanguage, pageState } from "../../kintone/page-state.ts";
import { listMessages } from "../../messages/list-messages.ts";
import type { FormRecord } from "../../record/form-record.ts";
import { Icon } from "../../shell/icon.tsx";
import { appPath } from "../../shell/app-path.ts";
import { pageNow } from "../../shell/page-now.ts";
import { translate } from "../../shell/translate.ts";
import type { ListView } from "../list-view.ts";
import type { ListSnapshot } from "../use-records.ts";
import { CalendarDay } from "./calendar-day.tsx";
import { groupByDay, mostInMonth, toDay } from "./calendar-query.ts";
import { listWeeks, type Month, shiftMonth } from "./month.ts";
import { formatStartDay, isStartDayType } from "./start-day.ts";

/** The records of one month on their days. On phones the days that have records stand one under the other. */
export function CalendarView({
  app,
  view,
  snapshot,
  address,
  onMonth,
}: {
  readonly app: BootstrapApp;
  readonly view: ListView;
  readonly snapshot: ListSnapshot;
  readonly address: (record: FormRecord) => string;
  /** `null` is the present month. */
  readonly onMonth: (month: Month | null) => void;
}): ReactElement {
  const timezone = pageState.bootstrap?.loginUser.timezone ?? "Asia/Tokyo";
  const month = snapshot.query.month ?? "";
  const titleField = app.settings.fields.find((field) => field.code === view.title);
  const titleOf = (record: FormRecord): string =>
    (titleField && formatValue(titleField, record.values[view.title], timezone)) ||
    translate(listMessages.open, { id: record.id ?? "" });
  const byDay = groupByDay(snapshot.records, (record) => toDay(record.values[view.date], timezone));
  const canAdd = app.permissions.addRecord && isStartDayType(view.dateType);
  // Records come in the order of their days: behind the last one nothing is known of a month that is shown in part.
  const lastShown = snapshot.total > snapshot.records.length ? ([...byDay.keys()].at(-1) ?? null) : null;
  const [today] = useState(() => toWallClock(pageNow().toISOString(), timezone).date);
  return (
    <div className="kp-card kp-calendar">
      <div className="kp-calendar-head">
        <button
          className="kp-button kp-button-icon"
          type="button"
          aria-label={translate(listMessages.previousMonth)}
          onClick={() => onMonth(shiftMonth(month, -1))}
        >
          <Icon name="previous" />
        </button>
        <h2 aria-live="polite">{formatMonth(month)}</h2>
        <button
          className="kp-button kp-button-icon"
          type="button"
          aria-label={translate(listMessages.nextMonth)}
          onClick={() => onMonth(shiftMonth(month, 1))}
        >
          <Icon name="open" />
        </button>
        <button className="kp-button" type="button" onClick={() => onMonth(null)}>
          {translate(listMessages.thisMonth)}
        </button>
        {snapshot.total > mostInMonth ? (
          <p>{translate(listMessages.monthTooMany, { most: mostInMonth.toLocaleString("ja-JP") })}</p>
        ) : null}
        {snapshot.total === 0 ? <p className="kp-muted">{translate(listMessages.monthEmpty)}</p> : null}
      </div>
      <table className="kp-calendar-grid">
        <caption className="kp-visually-hidden">{formatMonth(month)}</caption>
        <thead>
          <tr>
            {listWeekdays().map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listWeeks(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) => {
                if (day === null) {
                  return (
                    <td key={index} className="kp-calendar-free kp-calendar-outside">
                      {null}
                    </td>
                  );
                }
                const entries = (byDay.get(day) ?? []).map((record) => ({
                  id: record.id ?? "",
                  title: titleOf(record),
                  href: address(record),
                }));
                return (
                  <CalendarDay
                    key={day}
                    {...{ day, entries }}
                    isToday={day === today}
                    isCut={lastShown !== null && day > lastShown}
                    addHref={canAdd ? `${appPath(app.id)}edit?${formatStartDay(view.date, day)}` : null}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function formatMonth(month: Month): string {
  const format = new Intl.DateTimeFormat(toLocale(), { year: "numeric", month: "long", timeZone: "UTC" });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** 1 November 2026 is a Sunday. */
function listWeekdays(): string[] {
  const format = new Intl.DateTimeFormat(toLocale(), { weekday: "short", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(2026, 10, 1 + index))));
}

function toLocale(): string {
  return pageLanguage() === "ja" ? "ja-JP" : "en-US";
}
