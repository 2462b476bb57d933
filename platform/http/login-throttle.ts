export type LoginThrottle = {
  /** Seconds until the next try is looked at; 0 = now. */
  readonly waitSeconds: (login: string, now: Date) => number;
  readonly fail: (login: string, now: Date) => void;
  readonly succeed: (login: string) => void;
};

type Failures = { readonly count: number; readonly blockedUntil: number };

const freeTries = 10;
const firstWaitMs = 15_000;
const longestWaitMs = 15 * 60_000;
const maximumEntries = 10_000;

/** Slows down guessing: after ten wrong passwords in a row each further one doubles the wait, up to a quarter of an hour. */
export function createLoginThrottle(): LoginThrottle {
  const failures = new Map<string, Failures>();
  return {
    waitSeconds: (login, now) => {
      const blockedUntil = failures.get(login)?.blockedUntil ?? 0;
      return Math.max(0, Math.ceil((blockedUntil - now.getTime()) / 1000));
    },
    fail: (login, now) => {
      const count = (failures.get(login)?.count ?? 0) + 1;
      const over = count - freeTries;
      const wait = over < 0 ? 0 : Math.min(firstWaitMs * 2 ** over, longestWaitMs);
      if (failures.size >= maximumEntries) {
        failures.clear();
      }
      failures.set(login, { count, blockedUntil: now.getTime() + wait });
    },
    succeed: (login) => {
      failures.delete(login);
    },
  };
}
