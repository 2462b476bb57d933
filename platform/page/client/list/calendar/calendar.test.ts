import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseListLocation } from "../list-location.ts";
import { buildCalendarQuery, listFurtherParts, toDay } from "./calendar-query.ts";
import { listWeeks, parseMonth, shiftMonth } from "./month.ts";

const month = fc
  .tuple(fc.integer({ min: 1000, max: 9998 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);

describe("a month", () => {
  it("has its days once, in order, in weeks of seven from Sunday", () => {
    fc.assert(
      fc.property(month, (one) => {
        const weeks = listWeeks(one);
        const days = weeks.flat().filter((day) => day !== null);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(days).toEqual([...days].toSorted());
        expect(new Set(days).size).toBe(days.length);
        expect(days.length).toBeGreaterThanOrEqual(28);
        for (const [weekday, day] of (weeks[1] ?? []).entries()) {
          expect(new Date(`${day ?? ""}T00:00:00Z`).getUTCDay()).toBe(weekday);
        }
      }),
    );
  });

  it("comes back after as many months there as back", () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -600, max: 600 }), (one, by) => {
        expect(shiftMonth(shiftMonth(one, by), -by)).toBe(one);
      }),
    );
  });

  it("knows leap years and the turn of the year", () => {
    expect(listWeeks("2028-02").flat()).toContain("2028-02-29");
    expect(listWeeks("2026-02").flat()).not.toContain("2026-02-29");
    expect(shiftMonth("2026-12", 1)).toBe("2027-01");
  });

  it.each([null, "", "2026-13", "2026-1", "x"])("is the present one when the address says %j", (text) => {
    expect(parseMonth(text, "2026-11-22")).toBe("2026-11");
  });
});

describe("listFurtherParts", () => {
  it("asks for the rest of a month by 500, up to 2,000 records", () => {
    const query = "order by start asc limit 500 offset 0";
    expect(listFurtherParts(query, 500)).toEqual([]);
    expect(listFurtherParts(query, 501)).toEqual(["order by start asc limit 500 offset 500"]);
    expect(listFurtherParts(query, 10_000).map((part) => part.split(" ").at(-1))).toEqual(["500", "1000", "1500"]);
  });
});

describe("buildCalendarQuery", () => {
  const clock = { now: new Date("2026-11-30T16:00:00Z"), timezone: "Asia/Tokyo" };
  const view = { filterCond: 'a = "1" or b = "2"', date: "start", dateType: "DATE" };

  it("keeps the view's condition together and asks for the reader's present month", () => {
    expect(buildCalendarQuery(view, parseListLocation(""), clock)).toMatchObject({
      month: "2026-12",
      condition: view.filterCond,
      query:
        '(a = "1" or b = "2") and start >= "2026-12-01" and start < "2027-01-01" order by start asc limit 500 offset 0',
    });
  });

  it("bounds moments by midnight in the reader's time zone", () => {
    const at = parseListLocation("?date=2026-04&q=");
    expect(buildCalendarQuery({ ...view, dateType: "DATETIME" }, at, clock).query).toBe(
      'start >= "2026-03-31T15:00:00Z" and start < "2026-04-30T15:00:00Z" order by start asc limit 500 offset 0',
    );
    expect(toDay("2026-03-31T15:00:00Z", "Asia/Tokyo")).toBe("2026-04-01");
    expect(toDay("2026-03-31", "Asia/Tokyo")).toBe("2026-03-31");
    expect(toDay(null, "Asia/Tokyo")).toBe("");
  });
});
