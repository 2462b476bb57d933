import { describe, expect, it } from "vitest";
import { parseCalendarDate } from "../../../domain/calendar-date.ts";
import { parseFiscalYear } from "../../../domain/fiscal-year.ts";
import type { Language } from "../../../domain/message.ts";
import { buildPlan, buildSubItem, buildToday } from "./build-plan.ts";
import { placeFlags } from "./header-flags.ts";
import { findPeriod, listYears } from "./period.ts";
import { createScale } from "./scale.ts";

const items = [
  buildSubItem("J4-5", {
    text: "2026年9月以降順次導入拡大",
    dateText: "2026年9月以降",
    dateOn: parseCalendarDate("2026-09-01"),
    datePrecision: "月",
  }),
  buildSubItem("J6-2", { dateText: "令和8年度から", dateOn: parseCalendarDate("2026-04-01"), datePrecision: "年度" }),
  buildSubItem("J1-1"),
];

function flags(pxPerDay: number, todayX = -1, language: Language = "ja") {
  const year = parseFiscalYear(2026);
  return year === null ? [] : placeFlags(items, createScale(year, year, pxPerDay), { x: todayX, width: 76 }, language);
}

describe("placeFlags", () => {
  it("puts the plan's own dates in their order and says how certain they are", () => {
    expect(flags(2).map(({ subItem, certainty, x }) => [subItem.subItemId, certainty, x])).toEqual([
      ["J6-2", "open", 0],
      ["J4-5", "open", 306],
    ]);
  });

  it("says as much as fits before the next flag or today's label", () => {
    expect(flags(4)[1]?.label).toBe("2026年9月以降順次導入拡大（要確認）");
    expect(flags(1)[1]?.label).toBe("2026年9月以降（要確認）");
    expect(flags(1, 220)[1]?.label).toBe("要確認");
    expect(flags(1, 160)[1]?.label).toBe("");
  });

  it("says in the reader's language how certain a date is, and the date in the plan's words", () => {
    expect(flags(4, -1, "en")[1]?.label).toBe("2026年9月以降順次導入拡大 (to be confirmed)");
  });
});

describe("findPeriod", () => {
  it("reaches from last year to three years ahead and to every date there is, but not to a mistyped century", () => {
    expect(findPeriod(buildPlan(), buildToday)).toEqual({ from: 2025, to: 2029 });
    const far = buildSubItem("J1-1", { dateOn: parseCalendarDate("2032-04-01") });
    const wrong = buildSubItem("J1-2", { dateOn: parseCalendarDate("2206-04-01") });
    const period = findPeriod(buildPlan({ subItems: [far, wrong] }), buildToday);
    expect(period).toEqual({ from: 2025, to: 2032 });
    expect(listYears(period)).toHaveLength(8);
  });
});
