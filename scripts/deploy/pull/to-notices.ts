import type { Condition } from "../../../apps-schema/schema/view.ts";
import type { Notifications, ReminderNotice } from "../../../apps-schema/schema/notifications.ts";
import type { Whom } from "../../../apps-schema/schema/whom.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import { parseConditions } from "./parse-condition.ts";
import type { Names } from "./pulled-app.ts";
import { toAll, toWhom } from "./to-whom.ts";

const events = {
  added: "recordAdded",
  edited: "recordEdited",
  comment: "commentAdded",
  status: "statusChanged",
  import: "fileImported",
} as const;

/** Notices of the app in the words of declarations; null when somebody is told whom no role names. */
export function toGeneralNotices(
  { notifications }: JsonObject,
  names: Names,
): NonNullable<Notifications["general"]> | null {
  return toAll(listOf(notifications), (line) => {
    const to = toWhom(line, names);
    const all = ["added", "edited", "comment", "status", "import"] as const;
    return to === null ? null : { to, on: all.filter((event) => memberOf(line, events[event]) === true) };
  });
}

/** Notices of records likewise. */
export function toRecordNotices(
  { notifications }: JsonObject,
  names: Names,
): NonNullable<Notifications["perRecord"]> | null {
  return toAll(listOf(notifications), (notice) => toNotice(notice, names));
}

/** Reminders on a day at a time; those that count hours have no words. */
export function toReminders(
  { notifications }: JsonObject,
  names: Names,
): NonNullable<Notifications["reminder"]> | null {
  return toAll(listOf(notifications), (notice) => {
    const timing = memberOf(notice, "timing");
    const common = toNotice(notice, names);
    const time = toTime(textOf(memberOf(timing, "time")));
    const field = textOf(memberOf(timing, "code"));
    const daysLater = Number(textOf(memberOf(timing, "daysLater")));
    return common === null || time === null ? null : { ...common, field, daysLater, time };
  });
}

type Notice = { readonly title: string; readonly where: readonly Condition[]; readonly to: readonly Whom[] };

function toNotice(notice: Json, names: Names): Notice | null {
  const filter = parseConditions(textOf(memberOf(notice, "filterCond")));
  const to = toAll(listOf(memberOf(notice, "targets")), (target) => toWhom(target, names));
  return filter === null || filter.joint === "or" || to === null
    ? null
    : { title: textOf(memberOf(notice, "title")), where: filter.where, to };
}

const tens = [0, 1, 2, 3, 4, 5] as const;

function toTime(text: string): ReminderNotice["time"] | null {
  const [, hour, ten] = /^([0-9]{1,2}):([0-5])0$/u.exec(text) ?? [];
  const found = tens.find((each) => String(each) === ten);
  return found === undefined ? null : `${Number(hour)}:${found}0`;
}
