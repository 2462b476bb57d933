import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type CalendarDate,
  compareDates,
  daysBetween,
  fromEpochDay,
  parseCalendarDate,
  toCalendarDate,
  toEpochDay,
  toLocalCalendarDate,
} from "./calendar-date.ts";

const anyDay = fc.integer({ min: toEpochDay(toCalendarDate(1, 1, 1)), max: toEpochDay(toCalendarDate(9999, 12, 31)) });
const usualDay = fc.integer({ min: -36_500, max: 73_000 }).map(fromEpochDay);

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) {
    throw new Error(`${text} is not a date`);
  }
  return date;
}

describe("parseCalendarDate", () => {
  it("takes days that exist, leap days included", () => {
    expect(parseCalendarDate("2026-04-01")).toBe("2026-04-01");
    expect(parseCalendarDate("2028-02-29")).toBe("2028-02-29");
    expect(parseCalendarDate("2000-02-29")).toBe("2000-02-29");
  });

  it.each([
    "",
    "2026-02-29",
    "2100-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026/04/01",
    "2026-4-1",
    "0000-01-01",
    "2026-04-01T00:00",
  ])("refuses %j", (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });
});

describe("epoch days", () => {
  it("counts from 1970-01-01 as the clock of computers does", () => {
    expect(toEpochDay(day("1970-01-01"))).toBe(0);
    expect(toEpochDay(day("2026-11-22"))).toBe(Date.UTC(2026, 10, 22) / 86_400_000);
  });

  it("comes back to the same day for every day of the calendar", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        expect(toEpochDay(fromEpochDay(number))).toBe(number);
      }),
    );
  });

  it("agrees with the platform's own calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -36_500, max: 73_000 }), (number) => {
        expect(fromEpochDay(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it("refuses to leave the years that a date field can hold", () => {
    expect(() => fromEpochDay(toEpochDay(day("9999-12-31")) + 1)).toThrow(RangeError);
  });
});

describe("addDays and addMonths", () => {
  it("goes there and back", () => {
    fc.assert(
      fc.property(usualDay, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it("ends at the first and the last day of the calendar, which people type for “for ever”", () => {
    expect(addDays(day("9999-12-31"), 1)).toBe("9999-12-31");
    expect(addDays(day("0001-01-02"), -400)).toBe("0001-01-01");
    expect(addMonths(day("9999-11-30"), 3)).toBe("9999-12-30");
    expect(addMonths(day("0001-02-28"), -3)).toBe("0001-01-28");
  });

  it("keeps the day of the month, or takes the month's last day", () => {
    expect(addMonths(day("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(day("2028-01-31"), 1)).toBe("2028-02-29");
    expect(addMonths(day("2026-11-30"), 3)).toBe("2027-02-28");
    expect(addMonths(day("2026-01-15"), -1)).toBe("2025-12-15");
    expect(addMonths(day("2026-03-31"), -13)).toBe("2025-02-28");
  });

  it("is undone by the opposite step for days that every month has", () => {
    fc.assert(
      fc.property(usualDay, fc.integer({ min: -240, max: 240 }), (date, months) => {
        fc.pre(Number(date.slice(8)) <= 28);
        expect(addMonths(addMonths(date, months), -months)).toBe(date);
      }),
    );
  });
});

describe("compareDates", () => {
  it("orders as the epoch days do", () => {
    fc.assert(
      fc.property(usualDay, usualDay, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(toEpochDay(a) - toEpochDay(b)));
      }),
    );
  });
});

describe("toLocalCalendarDate", () => {
  it("takes the day that the local clock shows, also late in the evening", () => {
    expect(toLocalCalendarDate(new Date(2026, 3, 1, 23, 59))).toBe("2026-04-01");
    expect(toLocalCalendarDate(new Date(2026, 3, 1, 0, 0))).toBe("2026-04-01");
  });
});
