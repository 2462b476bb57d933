import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPhase } from "../../../domain/schedule/build-phase.ts";
import { buildAction } from "./build-plan.ts";
import { countSteps, editByGesture, toStep } from "./gesture.ts";
import { planEdit, withEdit } from "./plan-edit.ts";
import { invertEdit } from "./undo-stack.ts";
import { zooms } from "./zoom.ts";

const options = { levels: {}, language: "ja" } as const;

describe("countSteps", () => {
  it("snaps to months, weeks and days by scale, and never gives -0", () => {
    expect([countSteps(16, "year"), countSteps(14, "year"), countSteps(-70, "year")]).toEqual([1, 0, -2]);
    expect([countSteps(4, "quarter"), countSteps(0.6, "month")]).toEqual([1, 1]);
    expect(Object.is(countSteps(-0.1, "month"), 0)).toBe(true);
  });
});

describe("planEdit", () => {
  it("moves whole months and keeps the end of a month", () => {
    const plan = planEdit(buildAction(), { index: 1, kind: "move", step: toStep("year", 1) }, options);
    expect(plan?.edit.changes).toEqual([
      {
        rowId: "12",
        before: { from: "2026-10-01", to: "2027-03-31" },
        after: { from: "2026-11-01", to: "2027-04-30" },
      },
    ]);
  });

  it("names what is pushed along and saves it in the same edit", () => {
    const plan = planEdit(buildAction(), { index: 0, kind: "to", step: toStep("quarter", 2) }, options);
    expect(plan?.alsoMoves.map(({ kind, current }) => [kind, current.from])).toEqual([["実施", "2026-10-15"]]);
    expect(plan?.edit.changes.map(({ rowId }) => rowId)).toEqual(["11", "12"]);
  });

  it("names finished work that stands in the way, with what the rule says", () => {
    const action = buildAction({
      phases: [
        buildPhase("準備", "2026-04-01", "2026-09-30", { id: "11", state: "済" }),
        buildPhase("実施", "2026-10-01", "2027-03-31", { id: "12" }),
      ],
    });
    const plan = planEdit(action, { index: 1, kind: "from", step: toStep("month", -5) }, options);
    expect(plan?.blockedBy.map(({ kind }) => kind)).toEqual(["準備"]);
    expect(plan?.words).toEqual([{ level: "stop", text: expect.stringContaining("重なって") }]);
  });

  it("follows a town's own level for the rule and keeps quiet about old faults", () => {
    const faulty = buildAction({
      phases: [
        buildPhase("実施", "2026-04-01", "2026-09-30", { id: "11", state: "済" }),
        buildPhase("検討", "2026-09-01", "2027-03-31", { id: "12" }),
        buildPhase("完了", "2027-06-01", "2027-06-30", { id: "13" }),
      ],
    });
    const gesture = { index: 2, kind: "to", step: toStep("month", 3) } as const;
    expect(planEdit(faulty, gesture, options)?.words).toEqual([]);
    const away = { index: 2, kind: "move", step: toStep("month", 300) } as const;
    expect(planEdit(faulty, away, options)?.words.map(({ level }) => level)).toEqual(["reason"]);
    expect(planEdit(faulty, away, { ...options, levels: { "V-G2": "off" } })?.words).toEqual([]);
  });

  it("does not move what has no complete dates or was never saved", () => {
    const action = buildAction({
      phases: [buildPhase("準備", "2026-04-01", "", { id: "11" }), buildPhase("実施", "2026-10-01", "2026-10-02")],
    });
    const gesture = { kind: "move", step: toStep("month", 1) } as const;
    expect(planEdit(action, { ...gesture, index: 0 }, options)).toBeNull();
    expect(planEdit(action, { ...gesture, index: 1 }, options)).toBeNull();
  });

  it("is taken back by the inverted edit", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zooms),
        fc.constantFrom("move", "from", "to"),
        fc.integer({ min: -40, max: 40 }),
        fc.nat(1),
        (zoom, kind, count, index) => {
          const action = buildAction();
          const plan = planEdit(action, { index, kind, step: toStep(zoom, count) }, options);
          const edit = plan?.edit ?? { recordId: "", changes: [] };
          expect(withEdit(action, edit)).toEqual(plan?.action);
          expect(withEdit(withEdit(action, edit), invertEdit(edit))).toEqual(action);
        },
      ),
    );
  });

  it("leaves first plan and actual dates alone", () => {
    const action = buildAction();
    const { edited } = editByGesture(action, 0, "move", toStep("month", 9));
    expect({ ...edited, current: null }).toEqual({ ...action.phases[0], current: null });
  });
});
