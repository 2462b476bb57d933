import type { Store } from "../store/store.ts";
import { deliverReminders } from "./deliver-reminders.ts";

/** Reminders are set to ten minutes (or to the minute, counted from a time): twice a minute is often enough. */
const intervalMs = 30_000;

/** Delivers what is due now and from then on as time passes, until the data file is closed. */
export function startReminders(store: Store, now: () => Date, log: (line: string) => void): void {
  const look = (): void => {
    try {
      deliverReminders(store, now());
    } catch (error) {
      log(`reminders: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  };
  look();
  const timer = setInterval(() => {
    if (store.db.isOpen()) {
      look();
    } else {
      clearInterval(timer);
    }
  }, intervalMs);
  timer.unref();
}
