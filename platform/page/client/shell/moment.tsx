import type { ReactElement } from "react";
import { toWallClock } from "../field/zoned-time.ts";
import { pageState } from "../kintone/page-state.ts";
import { inboxMessages } from "../messages/inbox-messages.ts";
import { formatClock } from "./format-clock.ts";
import { pageNow } from "./page-now.ts";
import { toElapsed } from "./to-elapsed.ts";
import { translate } from "./translate.ts";

const words = {
  now: inboxMessages.justNow,
  minutes: inboxMessages.minutesAgo,
  hours: inboxMessages.hoursAgo,
  days: inboxMessages.daysAgo,
} as const;

/** When something happened: how long ago while that says more, and always the day and time. */
export function Moment({ instant }: { readonly instant: string }): ReactElement {
  const elapsed = toElapsed(instant, pageNow());
  const { date, time } = toWallClock(instant, pageState.bootstrap?.loginUser.timezone ?? "Asia/Tokyo");
  const absolute = `${date.replaceAll("-", "/")} ${formatClock(time)}`;
  return (
    <time className="kp-moment" dateTime={instant}>
      {elapsed === null ? null : <span>{translate(words[elapsed.unit], { count: elapsed.count })}</span>}
      <span>{absolute}</span>
    </time>
  );
}
