import { describe, expect, it } from "vitest";
import { buildPhase } from "./build-phase.ts";
import { findGaps, findOverlaps, findWrongOrder, placePhases } from "./order-phases.ts";

describe("placePhases", () => {
  it("sorts by the first day, keeps the row's index and drops what is cancelled or has no complete dates", () => {
    const placed = placePhases([
      buildPhase("実施", "2026-10-01", "2026-12-31"),
      buildPhase("準備", "2026-04-01", ""),
      buildPhase("検討", "2026-04-01", "2026-06-30"),
      buildPhase("準備", "2026-05-01", "2026-06-30", { state: "中止" }),
    ]);
    expect(placed.map(({ index }) => index)).toEqual([2, 0]);
  });
});

describe("findOverlaps", () => {
  it("finds a shared day, also behind a phase in between", () => {
    const overlaps = findOverlaps(
      placePhases([
        buildPhase("検討", "2026-04-01", "2026-12-31"),
        buildPhase("準備", "2027-01-01", "2027-01-31"),
        buildPhase("実施", "2026-12-31", "2026-12-31"),
      ]),
    );
    expect(overlaps.map(({ earlier, later }) => [earlier.index, later.index])).toEqual([[0, 2]]);
  });
});

describe("findWrongOrder", () => {
  it("allows skipping and repeating, not going back", () => {
    const fine = placePhases([
      buildPhase("検討", "2026-04-01", "2026-04-30"),
      buildPhase("実施", "2026-05-01", "2026-05-31"),
      buildPhase("実施", "2026-06-01", "2026-06-30"),
      buildPhase("休止", "2026-07-01", "2026-07-31"),
      buildPhase("運用・効果確認", "2026-08-01", "2026-08-31"),
    ]);
    expect(findWrongOrder(fine)).toEqual([]);
    const wrong = findWrongOrder(
      placePhases([buildPhase("準備", "2026-07-01", "2026-08-31"), buildPhase("実施", "2026-04-01", "2026-06-30")]),
    );
    expect(wrong.map(({ earlier, later }) => [earlier.phase.kind, later.phase.kind])).toEqual([["実施", "準備"]]);
  });
});

describe("findGaps", () => {
  it("finds stretches of more than six months that nothing covers", () => {
    const placed = placePhases([
      buildPhase("検討", "2026-04-01", "2026-06-30"),
      buildPhase("準備", "2027-01-01", "2027-03-31"),
      buildPhase("実施", "2027-10-02", "2027-12-31"),
    ]);
    expect(findGaps(placed, 6).map(({ from, to, later }) => [from, to, later.index])).toEqual([
      ["2027-04-01", "2027-10-01", 2],
    ]);
  });

  it("takes a long phase that encloses others as cover", () => {
    const placed = placePhases([
      buildPhase("運用・効果確認", "2026-04-01", "2028-03-31"),
      buildPhase("検討", "2026-05-01", "2026-05-31"),
      buildPhase("実施", "2028-04-01", "2028-04-30"),
    ]);
    expect(findGaps(placed, 6)).toEqual([]);
  });
});
