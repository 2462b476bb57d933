import { type ReactElement, useRef, useState } from "react";
import { listMessages } from "../../messages/list-messages.ts";
import { Icon } from "../../shell/icon.tsx";
import { translate } from "../../shell/translate.ts";

type Entry = { readonly id: string; readonly title: string; readonly href: string };

/** A day with more records than these shows the rest when it is asked to. */
const shownAtFirst = 5;

/** One day of a calendar: its records, and the way to a new one on it. */
export function CalendarDay({
  day,
  entries,
  isToday,
  isCut,
  addHref,
}: {
  readonly day: string;
  readonly entries: readonly Entry[];
  readonly isToday: boolean;
  /** The month is shown in part, and this day lies behind the part. */
  readonly isCut: boolean;
  /** `null` for those who may not add records. */
  readonly addHref: string | null;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = open ? entries : entries.slice(0, shownAtFirst);
  const more = entries.length - shown.length;
  return (
    <td className={entries.length === 0 ? "kp-calendar-free" : undefined} aria-current={isToday ? "date" : undefined}>
      <div className="kp-calendar-day-head">
        <span className="kp-calendar-day">{Number(day.slice(8))}</span>
        {addHref === null ? null : (
          <a
            className="kp-calendar-add"
            href={addHref}
            aria-label={translate(listMessages.addOn, { day: day.replaceAll("-", "/") })}
          >
            <Icon name="add" />
          </a>
        )}
      </div>
      {isCut ? <p className="kp-muted">{translate(listMessages.notShown)}</p> : null}
      <ul ref={list} className="kp-plain-list">
        {shown.map(({ id, title, href }) => (
          <li key={id}>
            <a href={href}>{title}</a>
          </li>
        ))}
        {more > 0 ? (
          <li>
            <button
              className="kp-calendar-more"
              type="button"
              onClick={() => {
                setOpen(true);
                // The button goes; the reader goes on with the first record that it brought.
                requestAnimationFrame(() => list.current?.querySelectorAll("a").item(shownAtFirst).focus());
              }}
            >
              {translate(listMessages.moreOnDay, { count: more })}
            </button>
          </li>
        ) : null}
      </ul>
    </td>
  );
}
