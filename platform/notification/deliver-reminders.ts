import { createQueryContext } from "../record/create-query-context.ts";
import type { LiveApp } from "../record/write-scope.ts";
import type { StoredField } from "../store/app-settings.ts";
import type { Reminder } from "../store/notification-settings.ts";
import type { Store } from "../store/store.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { toDueMoment, toReminderKey } from "./due-moment.ts";
import { filterViewers, listRecipients } from "./list-recipients.ts";
import { meetsSafely } from "./meets-safely.ts";

type DueReminder = {
  readonly app: LiveApp;
  readonly record: StoredRecord;
  readonly reminder: Reminder;
  readonly due: number;
};

/**
 * Delivers the reminders that came due since the last look. Each is delivered once, in whatever steps the clock comes here: moments
 * are looked at from the last look on, and one that the clock passes again after it was moved back has been claimed.
 */
export function deliverReminders(store: Store, now: Date): void {
  const until = now.getTime();
  const from = store.reminders.lookedUntil();
  if (from === until) {
    return;
  }
  store.transaction(() => {
    store.reminders.setLookedUntil(until);
    if (from === null || from > until) {
      // The first look ever, or the clock went back: nothing has come due.
      return;
    }
    for (const due of listDue(store, from, until)) {
      deliver(store, due);
    }
  });
}

function listDue(store: Store, from: number, until: number): readonly DueReminder[] {
  const found: DueReminder[] = [];
  for (const { id, live } of store.apps.list()) {
    for (const reminder of live?.notifications.reminders ?? []) {
      const field = live?.fields.find(({ code }) => code === reminder.timing.code);
      const timezone = live?.notifications.reminderTimezone ?? "Asia/Tokyo";
      // Many records share their days, and calendars are slow.
      const moments = new Map<string, number | null>();
      for (const record of live && field ? store.records.all(id).values() : []) {
        const value = field ? readInstant(record, field) : "";
        const known = moments.get(value);
        const due = known === undefined ? toDueMoment(reminder.timing, value, timezone) : known;
        moments.set(value, due);
        if (live && due !== null && due > from && due <= until) {
          found.push({ app: { id, settings: live }, record, reminder, due });
        }
      }
    }
  }
  return found.toSorted((left, right) => left.due - right.due);
}

function readInstant(record: StoredRecord, field: StoredField): string {
  if (field.type === "CREATED_TIME") {
    return record.createdAt;
  }
  if (field.type === "UPDATED_TIME") {
    return record.modifiedAt;
  }
  const value = record.values[field.id];
  return typeof value === "string" ? value : "";
}

function deliver(store: Store, { app, record, reminder, due }: DueReminder): void {
  const at = new Date(due);
  if (reminder.filterCond !== "" && !meets(store, app, { record, condition: reminder.filterCond, at })) {
    return;
  }
  const key = { appId: app.id, recordId: record.id };
  if (!store.reminders.claim({ ...key, reminder: toReminderKey(reminder), due })) {
    return;
  }
  const notice = {
    kind: "reminder",
    title: reminder.title,
    status: "",
    commentId: null,
    actor: null,
    createdAt: at.toISOString(),
  } as const;
  const codes = listRecipients(store, app, record, reminder.targets);
  for (const user of filterViewers(store, app, record, { codes, now: at })) {
    store.inbox.add(user, key, notice);
  }
}

/** Nobody asks here: TODAY() and the like mean the reminders' time zone, LOGINUSER() means nobody. */
function meets(
  store: Store,
  { settings }: LiveApp,
  asked: { readonly record: StoredRecord; readonly condition: string; readonly at: Date },
): boolean {
  const [user] = store.users.list();
  if (user === undefined) {
    return false;
  }
  const context = createQueryContext(store, settings, { user, now: asked.at });
  return meetsSafely(asked.record, asked.condition, {
    ...context,
    loginUser: "",
    primaryOrganization: null,
    timezone: settings.notifications.reminderTimezone ?? context.timezone,
  });
}
