import type { Store } from "../store/store.ts";
import { deliverReminders } from "./deliver-reminders.ts";

/** Reminders are set to ten minutes (or to the minute, counted from a time): twice a minute is often enough. */
const intervalMs = 30_000;
/** What came due while the platform was stopped: looking reads whole apps, and the first answers should not wait for it. */
const firstLookMs = 1000;

/** Delivers what is due now and from then on as time passes, until the data file is closed. */
export function startReminders(store: Store, now: () => Date, log: (line: string) => void): void {
  const look = (): void => {
    if (!store.db.isOpen()) {
      clearInterval(timer);
      return;
    }
    try {
      deliverReminders(store, now());
    } catch (error) {
      log(`reminders: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  };
  const timer = setInterval(look, intervalMs).unref();
  if (store.reminders.lookedUntil() === null) {
    // Costs nothing, and from now on nothing that comes due is missed.
    look();
  } else {
    setTimeout(look, firstLookMs).unref();
  }
}
