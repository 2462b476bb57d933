/** A month of the calendar as kintone's events name it: `2026-11`. */
export type Month = string;

/** The month of an address, or the present one. */
export function parseMonth(text: string | null, today: string): Month {
  return text !== null && /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text) ? text : today.slice(0, 7);
}

/** The month so many months later. */
export function shiftMonth(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const shifted = year * 12 + (number - 1) + by;
  return `${String(Math.floor(shifted / 12)).padStart(4, "0")}-${String((shifted % 12) + 1).padStart(2, "0")}`;
}

/** The weeks of a month, Sunday first, each of seven days; days of other months are `null`. */
export function listWeeks(month: Month): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const lead = first.getUTCDay();
  return Array.from({ length: Math.ceil((lead + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - lead + 1;
      return day < 1 || day > count ? null : `${month}-${String(day).padStart(2, "0")}`;
    }),
  );
}
