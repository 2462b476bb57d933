/** Adds months to a day; a day that the month does not have becomes its last one. */
export function addMonthsTo(day: string, months: number): string {
  const { year, month, date } = partsOf(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** Adds days to a day. */
export function addDaysTo(day: string, days: number): string {
  const { year, month, date } = partsOf(day);
  return toDay(Date.UTC(year, month - 1, date + days));
}

function partsOf(day: string): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, date };
}

function toDay(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 10);
}
