import { describe, expect, it, vi } from "vitest";
import { buildAction, buildPlan, buildToday } from "./build-plan.ts";
import { countPlan, createPlanStore, findSpan } from "./plan-store.ts";

describe("the plan store", () => {
  it("tells only the rows that show the changed 事業", () => {
    const store = createPlanStore(buildPlan({ actions: [buildAction(), buildAction({ id: "2" })] }));
    const [one, two, all] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
    store.subscribe("1", one);
    const leave = store.subscribe("2", two);
    store.subscribeAll(all);
    store.setAction(buildAction({ name: "新しい名前" }));
    expect([one.mock.calls.length, two.mock.calls.length, all.mock.calls.length]).toEqual([1, 0, 1]);
    expect(store.data().actions.map(({ name }) => name)).toEqual(["新しい名前", "書かない窓口"]);
    leave();
    store.setSaveState("2", "saving");
    expect(two).not.toHaveBeenCalled();
    expect(store.saveState("2")).toBe("saving");
  });

  it("spans from the first to the last planned day below a row", () => {
    const store = createPlanStore(buildPlan());
    expect(findSpan(store, ["1"])).toEqual({ from: "2026-04-01", to: "2027-03-31" });
    expect(findSpan(store, [])).toBeNull();
  });

  it("counts 事業, late ones and items without any", () => {
    expect(countPlan(buildPlan(), buildToday)).toEqual({ actions: 1, late: 1, itemsWithout: 2 });
  });
});
