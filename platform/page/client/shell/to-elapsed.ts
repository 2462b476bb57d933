export type Elapsed = { readonly unit: "now" | "minutes" | "hours" | "days"; readonly count: number };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago an instant was, in the unit that people would use; null when it is a week old, lies ahead, or is none. */
export function toElapsed(instant: string, now: Date): Elapsed | null {
  const passed = now.getTime() - Date.parse(instant);
  // The browser's clock may be a little behind the server's. Written so that NaN is none.
  if (!(passed > -minute && passed < 7 * day)) {
    return null;
  }
  if (passed < minute) {
    return { unit: "now", count: 0 };
  }
  if (passed < hour) {
    return { unit: "minutes", count: Math.floor(passed / minute) };
  }
  return passed < day
    ? { unit: "hours", count: Math.floor(passed / hour) }
    : { unit: "days", count: Math.floor(passed / day) };
}
