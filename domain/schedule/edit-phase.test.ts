import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, fromEpochDay } from "../calendar-date.ts";
import { buildPhase } from "./build-phase.ts";
import { movePhase, resizePhase } from "./edit-phase.ts";
import { countDays } from "./interval.ts";
import { currentInterval, orderedKinds, type Phase } from "./phase.ts";
import { findOverlaps, placePhases } from "./order-phases.ts";

const step = fc.record({ unit: fc.constantFrom("day", "week"), count: fc.integer({ min: -120, max: 120 }) });

/** One to four phases that follow one another with gaps. */
const phases = fc
  .tuple(
    fc.integer({ min: 18_000, max: 24_000 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 200 })), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([start, lengths]) => {
    let from = fromEpochDay(start);
    return lengths.map(([days, gap], index): Phase => {
      const to = addDays(from, days);
      const phase = buildPhase(orderedKinds[index] ?? "運用・効果確認", from, to);
      from = addDays(to, gap);
      return phase;
    });
  });
const picked = phases.chain((list) => fc.tuple(fc.constant(list), fc.nat(list.length - 1)));

function length(phase: Phase | undefined): number | null {
  const interval = phase ? currentInterval(phase) : null;
  return interval && countDays(interval);
}

describe("movePhase", () => {
  it("is undone by the opposite move and keeps the duration", () => {
    fc.assert(
      fc.property(picked, step, ([list, index], moved) => {
        const { edited } = movePhase(list, index, moved);
        expect(length(edited)).toBe(length(list[index]));
        const there = list.map((phase, position) => (position === index ? edited : phase));
        expect(movePhase(there, index, { ...moved, count: -moved.count }).edited).toEqual(list[index]);
      }),
    );
  });

  it("names what else has to move so that nothing overlaps, with each duration kept", () => {
    fc.assert(
      fc.property(picked, step, ([list, index], moved) => {
        const { edited, alsoMoves, overlapsFixed } = movePhase(list, index, moved);
        const after = list.map(
          (phase, position) =>
            (position === index ? edited : alsoMoves.find((other) => other.index === position)?.phase) ?? phase,
        );
        expect(overlapsFixed).toEqual([]);
        expect(findOverlaps(placePhases(after))).toEqual([]);
        expect(after.map(length)).toEqual(list.map(length));
      }),
    );
  });

  it("changes nothing but the current plan", () => {
    const first = { from: fromEpochDay(20_000), to: fromEpochDay(20_010) };
    const phase = buildPhase("準備", "2026-04-01", "2026-09-30", { first, note: "x", id: "9" });
    expect(movePhase([phase], 0, { unit: "month", count: 1 }).edited).toEqual({
      ...phase,
      current: { from: "2026-05-01", to: "2026-10-31" },
    });
  });

  it("pushes the followers on, each by just enough", () => {
    const list = [
      buildPhase("準備", "2026-04-01", "2026-06-30"),
      buildPhase("実施", "2026-07-01", "2026-12-31"),
      buildPhase("運用・効果確認", "2027-04-01", "2027-09-30"),
    ];
    const { edited, alsoMoves } = movePhase(list, 0, { unit: "week", count: 1 });
    expect(edited.current).toEqual({ from: "2026-04-08", to: "2026-07-07" });
    expect(alsoMoves).toEqual([{ index: 1, phase: { ...list[1], current: { from: "2026-07-08", to: "2027-01-07" } } }]);
  });

  it("says which finished work stands in the way instead of moving it", () => {
    const list = [
      buildPhase("検討", "2026-04-01", "2026-06-30", { state: "済" }),
      buildPhase("準備", "2026-07-01", "2026-12-31"),
    ];
    const { alsoMoves, overlapsFixed } = movePhase(list, 1, { unit: "day", count: -1 });
    expect([alsoMoves, overlapsFixed]).toEqual([[], [0]]);
  });

  it("pushes what it lands on beyond finished work that it passed over", () => {
    const list = [
      buildPhase("検討", "2026-04-01", "2026-04-30"),
      buildPhase("準備", "2026-05-01", "2026-05-31", { state: "済" }),
      buildPhase("実施", "2026-06-01", "2026-06-30"),
    ];
    const { edited, alsoMoves, overlapsFixed } = movePhase(list, 0, { unit: "day", count: 61 });
    expect(edited.current).toEqual({ from: "2026-06-01", to: "2026-06-30" });
    expect(overlapsFixed).toEqual([]);
    expect(alsoMoves.map(({ index, phase }) => [index, phase.current.from])).toEqual([[2, "2026-07-01"]]);
  });

  it("names all the finished work that stands in the way", () => {
    const list = [
      buildPhase("検討", "2026-04-01", "2026-06-30"),
      buildPhase("準備", "2026-07-01", "2026-07-31", { state: "済" }),
      buildPhase("実施", "2026-08-01", "2026-08-31", { state: "済" }),
    ];
    expect(resizePhase(list, 0, "to", { unit: "month", count: 2 }).overlapsFixed).toEqual([1, 2]);
  });

  it("pushes nothing aside for a cancelled phase, which takes up no time", () => {
    const list = [
      buildPhase("準備", "2026-04-01", "2026-06-30", { state: "中止" }),
      buildPhase("実施", "2026-07-01", "2026-12-31"),
    ];
    expect(movePhase(list, 0, { unit: "month", count: 1 }).alsoMoves).toEqual([]);
  });

  it("leaves cancelled phases where they are", () => {
    const list = [
      buildPhase("準備", "2026-04-01", "2026-06-30"),
      buildPhase("実施", "2026-07-01", "2026-12-31", { state: "中止" }),
    ];
    expect(movePhase(list, 0, { unit: "day", count: 30 })).toMatchObject({ alsoMoves: [], overlapsFixed: [] });
  });

  it("leaves a phase without complete dates as it is", () => {
    const phase = buildPhase("準備", "2026-04-01", "");
    expect(movePhase([phase], 0, { unit: "day", count: 30 }).edited).toBe(phase);
  });

  it("refuses a phase that is not there", () => {
    expect(() => movePhase([], 0, { unit: "day", count: 1 })).toThrow(RangeError);
  });
});

describe("resizePhase", () => {
  it("moves one end and pushes what it runs into", () => {
    const list = [buildPhase("準備", "2026-04-01", "2026-06-30"), buildPhase("実施", "2026-07-01", "2026-12-31")];
    const { edited, alsoMoves } = resizePhase(list, 0, "to", { unit: "month", count: 1 });
    expect(edited.current).toEqual({ from: "2026-04-01", to: "2026-07-31" });
    expect(alsoMoves.map(({ index, phase }) => [index, phase.current.from])).toEqual([[1, "2026-08-01"]]);
  });

  it("keeps at least one day", () => {
    const list = [buildPhase("準備", "2026-04-01", "2026-06-30")];
    expect(resizePhase(list, 0, "to", { unit: "day", count: -500 }).edited.current.to).toBe("2026-04-01");
  });
});
