import type { ProcessEntity, StoredField } from "./app-settings.ts";

/** Who is told of something: users, groups, organizations, or the people in a field of the record. */
export type NotificationTarget = ProcessEntity;

export type GeneralNotification = NotificationTarget & Readonly<Record<GeneralEvent, boolean>>;

/** What can happen in an app that general notifications tell of; names as in the REST API. */
export type GeneralEvent = "recordAdded" | "recordEdited" | "commentAdded" | "statusChanged" | "fileImported";

export type PerRecordNotification = {
  readonly filterCond: string;
  readonly title: string;
  readonly targets: readonly NotificationTarget[];
};

/** Days and hours are decimal texts, as REST answers them. */
export type ReminderTiming =
  | { readonly code: string; readonly daysLater: string; readonly time: string }
  | { readonly code: string; readonly daysLater: string; readonly hoursLater: string };

export type Reminder = PerRecordNotification & { readonly timing: ReminderTiming };

/** The notification settings of an app, in preview and live as the other settings. */
export type NotificationSettings = {
  readonly general: readonly GeneralNotification[];
  readonly notifyToCommenter: boolean;
  readonly perRecord: readonly PerRecordNotification[];
  readonly reminders: readonly Reminder[];
  /** Null until reminders are set for the first time. */
  readonly reminderTimezone: string | null;
};

/** What a new app tells: a comment to creator, modifier and earlier commenters (help 040565). */
export function createNotificationSettings(fields: readonly StoredField[]): NotificationSettings {
  const codes = fields.filter(({ type }) => type === "CREATOR" || type === "MODIFIER").map(({ code }) => code);
  return {
    general: codes.map((code) => ({
      entity: { type: "FIELD_ENTITY", code },
      includeSubs: false,
      recordAdded: false,
      recordEdited: false,
      commentAdded: true,
      statusChanged: false,
      fileImported: false,
    })),
    notifyToCommenter: true,
    perRecord: [],
    reminders: [],
    reminderTimezone: null,
  };
}
