import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildPhase } from "./build-phase.ts";
import { daysBehind, findLateness, isLate, isReplanned } from "./lateness.ts";

const today = toCalendarDate(2026, 11, 22);
const actual = { from: toCalendarDate(2026, 4, 1), to: null };

describe("isLate", () => {
  it("is late from the day after the planned end until the work is done", () => {
    const phase = buildPhase("準備", "2026-04-01", "2026-11-21", { actual });
    expect(findLateness(phase, today)).toEqual({ kind: "not-finished", since: "2026-11-21", days: 1 });
    expect(isLate(phase, toCalendarDate(2026, 11, 21))).toBe(false);
    expect(isLate({ ...phase, state: "済" }, today)).toBe(false);
    expect(isLate({ ...phase, actual: { ...actual, to: today } }, today)).toBe(false);
  });

  it("is late when the first day has passed and nothing has begun", () => {
    const phase = buildPhase("実施", "2026-11-01", "2027-03-31");
    expect(findLateness(phase, today)).toEqual({ kind: "not-started", since: "2026-11-01", days: 21 });
    expect(isLate({ ...phase, state: "実施中" }, today)).toBe(false);
    expect(isLate({ ...phase, actual }, today)).toBe(false);
    expect(isLate(buildPhase("実施", "2026-11-22", "2027-03-31"), today)).toBe(false);
  });

  it("measures a replanned phase against its new dates", () => {
    const first = { from: toCalendarDate(2026, 4, 1), to: toCalendarDate(2026, 6, 30) };
    expect(isLate(buildPhase("準備", "2026-12-01", "2027-03-31", { state: "変更", first }), today)).toBe(false);
  });

  it("never calls cancelled work, a pause or a phase without dates late", () => {
    expect(isLate(buildPhase("準備", "2026-04-01", "2026-05-01", { state: "中止" }), today)).toBe(false);
    expect(isLate(buildPhase("休止", "2026-04-01", "2026-05-01"), today)).toBe(false);
    expect(isLate(buildPhase("準備", "", ""), today)).toBe(false);
  });
});

describe("planned, current and actual", () => {
  it("tells by how many days the end slipped", () => {
    const first = { from: toCalendarDate(2026, 4, 1), to: toCalendarDate(2026, 6, 30) };
    const phase = buildPhase("準備", "2026-04-01", "2026-07-31", { first });
    expect(daysBehind(phase.first, phase.current)).toBe(31);
    expect(daysBehind(phase.current, phase.first)).toBe(-31);
    expect(daysBehind(phase.first, phase.actual)).toBeNull();
  });

  it("is replanned when a known day differs from the first plan", () => {
    const first = { from: toCalendarDate(2026, 4, 1), to: null };
    expect(isReplanned(buildPhase("準備", "2026-04-02", "2026-07-31", { first }))).toBe(true);
    expect(isReplanned(buildPhase("準備", "2026-04-01", "2026-07-31", { first }))).toBe(false);
  });
});
