import type { Database } from "./database.ts";
import { readInteger } from "./row.ts";
import type { RecordKey } from "./comment-store.ts";

/** One reminder of one record at one moment: what must be delivered once only. */
type ReminderKey = RecordKey & {
  /** Recognises the reminder while its settings stay the same. */
  readonly reminder: string;
  /** Milliseconds since 1970. */
  readonly due: number;
};

export type ReminderStore = {
  /** Up to which moment reminders have been looked at; null = never. */
  readonly lookedUntil: () => number | null;
  readonly setLookedUntil: (time: number) => void;
  /** Remembers a delivery; false when it was delivered before. */
  readonly claim: (key: ReminderKey) => boolean;
  readonly removeOfRecord: (key: RecordKey) => void;
};

const counter = "reminders:looked-until";

/** Which reminders were delivered: a clock that is moved back and forth passes the same moment several times. */
export function createReminderStore(db: Database): ReminderStore {
  return {
    lookedUntil: () => {
      const row = db.get("SELECT value FROM counters WHERE name = ?", counter);
      return row && readInteger(row, "value");
    },
    setLookedUntil: (time) => {
      db.run(
        "INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        counter,
        time,
      );
    },
    claim: ({ appId, recordId, reminder, due }) =>
      db.run(
        "INSERT INTO reminders_sent (app_id, record_id, reminder, due) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        appId,
        recordId,
        reminder,
        due,
      ).changes === 1,
    removeOfRecord: ({ appId, recordId }) => {
      db.run("DELETE FROM reminders_sent WHERE app_id = ? AND record_id = ?", appId, recordId);
    },
  };
}
