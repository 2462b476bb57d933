import { describe, expect, it } from "vitest";
import { buildPhaseRow } from "./build-record.ts";
import { judgePhases } from "./v-g2.ts";

describe("V-G2", () => {
  it("accepts phases in order that touch, skip kinds, repeat or wait up to six months", () => {
    expect(
      judgePhases([
        buildPhaseRow("検討", "2026-04-01", "2026-06-30"),
        buildPhaseRow("実施", "2026-07-01", "2026-09-30"),
        buildPhaseRow("実施", "2026-10-01", "2026-12-31"),
        buildPhaseRow("運用・効果確認", "2027-07-01", "2028-03-31"),
      ]),
    ).toEqual([]);
  });

  it("accepts rows that are still empty", () => {
    expect(judgePhases([buildPhaseRow("検討", "", ""), buildPhaseRow("", "2026-04-01", "")])).toEqual([]);
  });

  it.each([
    [{}, "ph_to"],
    [{ ph_from: "", ph_to: "", ph_first_from: "2026-09-30", ph_first_to: "2026-04-01" }, "ph_first_to"],
    [{ ph_from: "", ph_to: "", ph_actual_from: "2026-09-30", ph_actual_to: "2026-04-01" }, "ph_actual_to"],
  ])("stops dates the wrong way round, at the last day: %j", (changes, field) => {
    const found = judgePhases([buildPhaseRow("準備", "2026-09-30", "2026-04-01", changes)]);
    expect(found).toMatchObject([{ path: { table: "phases", row: 0, field } }]);
    expect(found[0]?.message.ja).toContain("始めの日より前");
  });

  it("stops an overlap at the later phase and names the other one with its end", () => {
    const found = judgePhases([
      buildPhaseRow("実施", "2026-06-15", "2026-12-31"),
      buildPhaseRow("準備", "2026-04-01", "2026-06-30"),
    ]);
    expect(found).toMatchObject([{ path: { table: "phases", row: 0, field: "ph_from" } }]);
    expect(found[0]?.message.ja).toContain("「実施」の期間が、「準備」（令和8年6月30日まで）と重なっています");
  });

  it("stops the wrong order at the kind", () => {
    const found = judgePhases([
      buildPhaseRow("実施", "2026-04-01", "2026-06-30"),
      buildPhaseRow("準備", "2026-07-01", "2026-09-30"),
    ]);
    expect(found).toMatchObject([{ path: { table: "phases", row: 1, field: "ph_kind" } }]);
  });

  it("stops a mistyped year", () => {
    expect(judgePhases([buildPhaseRow("準備", "1926-04-01", "2026-06-30")])).toMatchObject([
      { path: { field: "ph_from" } },
    ]);
    expect(judgePhases([buildPhaseRow("準備", "2026-04-01", "2101-01-01")])).toMatchObject([
      { path: { field: "ph_to" } },
    ]);
  });

  it("judges on beyond a phase that lasts “for ever”", () => {
    const rows = [
      buildPhaseRow("検討", "2026-04-01", "2026-06-30"),
      buildPhaseRow("準備", "2026-07-01", "9999-12-31"),
      buildPhaseRow("実施", "2027-04-01", "2027-12-31"),
    ];
    expect(judgePhases(rows).map(({ path }) => [path.row, path.field])).toEqual([
      [1, "ph_to"],
      [2, "ph_from"],
    ]);
  });

  it("asks for a reason when more than six months lie between phases, unless it is a 休止", () => {
    const early = buildPhaseRow("検討", "2026-04-01", "2026-06-30");
    const late = buildPhaseRow("準備", "2027-01-02", "2027-03-31");
    const found = judgePhases([early, late]);
    expect(found).toMatchObject([{ level: "reason", path: { row: 1, field: "ph_from" } }]);
    expect(found[0]?.message.ja).toContain("令和8年7月1日から令和9年1月1日まで");
    expect(judgePhases([early, buildPhaseRow("休止", "2026-07-01", "2027-01-01"), late])).toEqual([]);
  });

  it("does not count cancelled phases", () => {
    expect(
      judgePhases([
        buildPhaseRow("準備", "2026-04-01", "2026-06-30"),
        buildPhaseRow("実施", "2026-05-01", "2026-12-31", { ph_state: "中止" }),
      ]),
    ).toEqual([]);
  });
});
