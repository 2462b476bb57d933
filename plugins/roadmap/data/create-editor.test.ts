import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { action as actionApp } from "../../../apps-schema/apps/action.ts";
import { parseRecord } from "../../../apps-schema/record/parse-record.ts";
import { toRestRecord } from "../../../apps-schema/record/to-rest-record.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { buildAction, buildPlan, buildToday } from "../model/build-plan.ts";
import { toPhaseRow } from "../model/phase-row.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import { createPlanStore } from "../model/plan-store.ts";
import { type Editor, createEditor } from "./create-editor.ts";
import type { RecordGate } from "./save-edit.ts";

/** One record of アクションプラン as kintone keeps it: with a revision, and refusing what was built on an older one. */
function createTable(phases: readonly Phase[]) {
  let revision = 3;
  let stored = phases.map((phase) => toPhaseRow(phase));
  let refusal: Error | null = null;
  const raw = () => ({
    ...toRestRecord(actionApp, { action_name: "書かない窓口", phases: stored }),
    $id: { value: "1" },
    $revision: { value: String(revision) },
    更新者: { type: "MODIFIER", value: { code: "b", name: "別の担当" } },
  });
  const gate: RecordGate = {
    load: async () => raw(),
    save: async (change) => {
      if (refusal !== null) {
        throw refusal;
      }
      if (change.revision !== String(revision)) {
        throw new SuiteError("conflict", "古い");
      }
      revision += 1;
      stored = parseRecord(actionApp, change.record).record.phases;
      return { revision: String(revision) };
    },
  };
  return {
    gate,
    dates: () => stored.map((row) => `${row.ph_from}/${row.ph_to}`),
    changeByOther: (index: number, to: string) => {
      revision += 1;
      stored = stored.map((row, at) => (at === index ? { ...row, ph_to: to } : row));
    },
    removeByOther: (index: number) => {
      revision += 1;
      stored = stored.filter((_, at) => at !== index);
    },
    refuse: (error: Error | null) => {
      refusal = error;
    },
  };
}

let table: ReturnType<typeof createTable>;
let editor: Editor;
let store: ReturnType<typeof createPlanStore>;

beforeEach(() => {
  vi.useFakeTimers();
  const action = buildAction();
  table = createTable(action.phases);
  store = createPlanStore(buildPlan({ actions: [action] }));
  editor = createEditor({ store, gate: table.gate, levels: {}, today: buildToday, language: "ja", keyDelay: 1000 });
});

afterEach(() => {
  vi.useRealTimers();
});

const later = { recordId: "1", index: 1, kind: "move", zoom: "year", count: 1 } as const;
const shown = () => store.action("1")?.phases.map(({ current }) => `${current.from}/${current.to}`);
const untouched = ["2026-04-01/2026-09-30", "2026-10-01/2027-03-31"];

describe("the editor", () => {
  it("saves a drop with the fresh revision and says so", async () => {
    table.changeByOther(0, "2026-09-30");
    editor.drop(later);
    expect(store.saveState("1")).toBe("saving");
    await editor.settled();
    expect(table.dates()).toEqual(["2026-04-01/2026-09-30", "2026-11-01/2027-04-30"]);
    expect(store.action("1")?.revision).toBe("5");
    expect(editor.getState().spoken.text).toBe(
      "実施、令和8年11月1日から令和9年4月30日までに変更しました。保存しました。",
    );
  });

  it("keeps what others changed in the other phases", async () => {
    table.changeByOther(0, "2026-08-31");
    editor.drop(later);
    await editor.settled();
    expect(table.dates()).toEqual(["2026-04-01/2026-08-31", "2026-11-01/2027-04-30"]);
    expect(shown()).toEqual(table.dates());
  });

  it("undoes and redoes by further saves", async () => {
    editor.drop(later);
    editor.undo();
    await editor.settled();
    expect(table.dates()).toEqual(untouched);
    expect(editor.getState()).toMatchObject({ canUndo: false, canRedo: true });
    editor.redo();
    await editor.settled();
    expect(table.dates()[1]).toBe("2026-11-01/2027-04-30");
    editor.undo();
    editor.undo();
    await editor.settled();
    expect(editor.getState().spoken.text).toBe("元に戻す変更はありません。");
  });

  it("shows both sides of a conflict and overwrites nothing", async () => {
    table.changeByOther(1, "2027-12-31");
    editor.drop(later);
    await editor.settled();
    expect(table.dates()[1]).toBe("2026-10-01/2027-12-31");
    expect(editor.getState().conflict).toMatchObject({ changedBy: "別の担当" });
    expect(shown()).toEqual(table.dates());
    editor.resolveConflict("theirs");
    await editor.settled();
    expect(table.dates()[1]).toBe("2026-10-01/2027-12-31");
    expect(editor.getState().conflict).toBeNull();
  });

  it("cannot undo into a record that someone else changed", async () => {
    editor.drop(later);
    await editor.settled();
    expect(editor.getState().canUndo).toBe(true);
    table.changeByOther(1, "2028-12-31");
    editor.drop(later);
    await editor.settled();
    expect(editor.getState().canUndo).toBe(false);
  });

  it("applies the change again on top of theirs when asked", async () => {
    table.changeByOther(1, "2027-12-31");
    editor.drop(later);
    await editor.settled();
    editor.resolveConflict("mine");
    await editor.settled();
    expect(table.dates()[1]).toBe("2026-11-01/2027-04-30");
  });

  it("says why their record cannot take the change when the phase is gone", async () => {
    table.removeByOther(1);
    editor.drop(later);
    await editor.settled();
    editor.resolveConflict("mine");
    await editor.settled();
    expect(table.dates()).toHaveLength(1);
    expect(editor.getState().notice?.text).toContain("この工程は、ほかの人の変更で");
  });

  it("treats a save between reading and writing as a conflict", async () => {
    const { gate } = table;
    const racing: RecordGate = {
      load: gate.load,
      save: (change) => {
        table.changeByOther(1, "2028-01-31");
        return gate.save(change);
      },
    };
    const own = createEditor({ store, gate: racing, levels: {}, today: buildToday, language: "ja", keyDelay: 1 });
    own.drop(later);
    await own.settled();
    expect(own.getState().conflict?.theirs.phases[1]?.current.to).toBe("2028-01-31");
    expect(table.dates()[1]).toBe("2026-10-01/2028-01-31");
  });

  it("puts the bar back and repeats the server's words when it refuses", async () => {
    table.refuse(new SuiteError("forbidden", "この操作をする権限がありません。"));
    editor.drop(later);
    expect(shown()?.[1]).toBe("2026-11-01/2027-04-30");
    await editor.settled();
    expect(shown()).toEqual(untouched);
    expect(store.saveState("1")).toBe("failed");
    expect(editor.getState().notice?.text).toBe("この操作をする権限がありません。 帯は元の位置に戻しました。");
  });

  it("shows nobody the words of a programming fault", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const cause = new TypeError("x is undefined");
    table.refuse(cause);
    editor.drop(later);
    await editor.settled();
    expect(log).toHaveBeenCalledWith("[roadmap]", cause);
    log.mockRestore();
    expect(editor.getState().notice?.text).not.toContain("undefined");
    expect(editor.getState().notice?.text).toContain("思わぬ問題");
  });

  it("asks before other phases are pushed along", async () => {
    editor.drop({ ...later, index: 0 });
    expect(editor.getState().question?.plan.alsoMoves).toHaveLength(1);
    editor.answerQuestion(false);
    await editor.settled();
    expect(table.dates()).toEqual(untouched);
    editor.drop({ ...later, index: 0 });
    editor.answerQuestion(true);
    await editor.settled();
    expect(table.dates()).toEqual(["2026-05-01/2026-10-31", "2026-11-01/2027-05-01"]);
  });

  it("gathers keystrokes and saves them after a pause", async () => {
    editor.nudge({ ...later, zoom: "quarter" });
    editor.nudge({ ...later, zoom: "quarter" });
    expect(shown()?.[1]).toBe("2026-10-15/2027-04-14");
    expect(table.dates()).toEqual(untouched);
    expect(editor.getState().spoken.text).toContain("Enterで保存");
    vi.advanceTimersByTime(1000);
    await editor.settled();
    expect(table.dates()[1]).toBe("2026-10-15/2027-04-14");
  });

  it("takes keystrokes back with Esc", async () => {
    editor.nudge({ ...later, zoom: "month" });
    expect(editor.cancel()).toBe(true);
    vi.advanceTimersByTime(5000);
    await editor.settled();
    expect(shown()).toEqual(untouched);
    expect(table.dates()).toEqual(untouched);
    expect(editor.cancel()).toBe(false);
  });

  it("saves the first bar when the keys go on to another", async () => {
    editor.nudge({ ...later, zoom: "month" });
    editor.nudge({ ...later, zoom: "month", index: 0, kind: "to", count: -1 });
    editor.commit();
    await editor.settled();
    expect(table.dates()).toEqual(["2026-04-01/2026-09-29", "2026-10-02/2027-04-01"]);
  });
});
