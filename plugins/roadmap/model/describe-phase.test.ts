import { describe, expect, it } from "vitest";
import { parseCalendarDate } from "../../../domain/calendar-date.ts";
import { buildPhase } from "../../../domain/schedule/build-phase.ts";
import { buildAction, buildToday } from "./build-plan.ts";
import { describeMove, describePhase } from "./describe-phase.ts";
import { planEdit } from "./plan-edit.ts";
import { toStep } from "./gesture.ts";
import { progressOf } from "./progress.ts";

function progressOfPhases(...phases: Parameters<typeof buildPhase>[]) {
  return progressOf(buildAction({ phases: phases.map((phase) => buildPhase(...phase)) }), buildToday);
}

const options = { levels: {}, language: "ja" } as const;

describe("describePhase", () => {
  it("says kind, days, state, lateness, actual days and milestone", () => {
    const phase = buildPhase("準備", "2026-04-01", "2026-09-30", {
      state: "実施中",
      actual: { from: parseCalendarDate("2026-04-02"), to: null },
      milestone: "試行開始",
      milestoneOn: parseCalendarDate("2026-09-01"),
    });
    expect(describePhase(phase, buildToday, "ja")).toBe(
      "準備、令和8年4月1日から令和8年9月30日まで、実施中、遅れ、実績 令和8年4月2日から、節目 試行開始 令和8年9月1日",
    );
    expect(describePhase(phase, buildToday, "en")).toContain("2026/04/01 to 2026/09/30, 実施中, late");
  });

  it("names a phase without kind or dates all the same", () => {
    expect(describePhase(buildPhase("", "", ""), buildToday, "ja")).toBe("工程、日付なし、予定");
  });
});

describe("describeMove", () => {
  it("says which end went where", () => {
    const action = buildAction();
    const plan = planEdit(action, { index: 0, kind: "to", step: toStep("month", -1) }, options);
    const [phase] = action.phases;
    expect(phase && plan && describeMove(phase, "to", plan.dates, "ja")).toBe("準備、終わりを令和8年9月29日に変更");
  });
});

describe("progressOf", () => {
  it("says in one word how a 事業 stands", () => {
    expect(progressOfPhases()).toBe("undated");
    expect(progressOfPhases(["準備", "2026-04-01", "2026-09-30", { state: "実施中" }])).toBe("late");
    expect(progressOfPhases(["準備", "2026-04-01", "2026-09-30", { state: "済" }])).toBe("done");
    expect(progressOfPhases(["準備", "2026-04-01", "2026-12-30", { state: "実施中" }])).toBe("running");
    expect(progressOfPhases(["準備", "2027-04-01", "2027-12-30"])).toBe("planned");
    expect(progressOfPhases(["休止", "2026-04-01", "2026-12-30"])).toBe("paused");
    expect(progressOfPhases(["準備", "2026-04-01", "2026-12-30", { state: "中止" }])).toBe("stopped");
  });
});
