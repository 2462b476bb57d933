import type { GeneralNotice, ReminderNotice } from "../schema/notifications.ts";
import { namedIn, type Whom } from "../schema/whom.ts";

/** Before the counters open. */
const morning = "8:30";

export const owner = namedIn("owner");
export const ownerSub = namedIn("owner_sub");
export const head = namedIn("dept_head");
const creator = namedIn("作成者");

/** That a record of theirs moved on or came back, and what is said about it. Whose turn it is is told by the process itself. */
export const ownersFollow: readonly GeneralNotice[] = [
  { to: owner, on: ["status", "comment"] },
  { to: ownerSub, on: ["status", "comment"] },
  { to: creator, on: ["comment"] },
];

type Moment = { readonly daysLater: number; readonly to: readonly Whom[]; readonly title: string };

/** Reminders around one date, for records that still wait. */
export function around(
  field: string,
  where: ReminderNotice["where"],
  moments: readonly Moment[],
): readonly ReminderNotice[] {
  return moments.map(({ daysLater, to, title }) => ({ field, where, daysLater, to, title, time: morning }));
}
