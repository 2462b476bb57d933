import type { Condition } from "./view.ts";
import type { Whom } from "./whom.ts";

type NoticeEvent = "added" | "edited" | "comment" | "status" | "import";

/** アプリの条件通知: told whenever it happens, in kintone's own words. */
export type GeneralNotice = { readonly to: Whom; readonly on: readonly NoticeEvent[] };

/** レコードの条件通知: told when a record is saved or moved so that it meets the conditions. */
type PerRecordNotice = {
  /** What happened and what to do now. */
  readonly title: string;
  readonly where: readonly Condition[];
  readonly to: readonly Whom[];
};

/** リマインダーの条件通知: told on a day counted from a date of the record, in the morning. */
export type ReminderNotice = {
  /** What is due, until when, and what to do. */
  readonly title: string;
  /** A date field of the record. */
  readonly field: string;
  /** Negative = before that day. */
  readonly daysLater: number;
  /** kintone takes full tens of minutes. */
  readonly time: `${number}:${0 | 1 | 2 | 3 | 4 | 5}0`;
  readonly where: readonly Condition[];
  readonly to: readonly Whom[];
};

/** What an app tells by itself; that one's turn has come is told by the process. */
export type Notifications = {
  readonly general?: readonly GeneralNotice[];
  readonly perRecord?: readonly PerRecordNotice[];
  readonly reminder?: readonly ReminderNotice[];
};
