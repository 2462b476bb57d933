import { describe, expect, it, vi } from "vitest";
import { toCalendarDate } from "../../../domain/calendar-date.ts";
import { type RecordGate, saveEdit } from "./save-edit.ts";

const before = { from: toCalendarDate(2026, 4, 1), to: toCalendarDate(2026, 9, 30) };
const after = { from: toCalendarDate(2026, 5, 1), to: toCalendarDate(2026, 10, 31) };
const edit = { recordId: "1", changes: [{ rowId: "11", before, after }] };

function record(cells: Record<string, unknown>, id = "11") {
  const filled = { ph_from: before.from, ph_to: before.to, ph_milestone: "試行", ph_note: "理由", ...cells };
  const value = Object.fromEntries(Object.entries(filled).map(([code, cell]) => [code, { value: cell }]));
  return {
    $id: { value: "1" },
    $revision: { value: "8" },
    action_name: { value: "x" },
    phases: { value: [{ id, value }] },
  };
}

describe("saveEdit", () => {
  it("writes only the table, every row with its id and its other cells", async () => {
    const saved: { revision: string; record: object }[] = [];
    const save: RecordGate["save"] = async ({ revision, record: values }) => {
      saved.push({ revision, record: Object(values) });
      return { revision: "9" };
    };
    const result = await saveEdit(edit, { load: async () => record({}), save }, "");
    expect(result).toMatchObject({ kind: "saved", action: { revision: "9", phases: [{ current: after }] } });
    const change = saved[0];
    expect(change?.revision).toBe("8");
    expect(Object.keys(change?.record ?? {})).toEqual(["phases"]);
    expect(change?.record).toMatchObject({
      phases: {
        value: [
          {
            id: "11",
            value: { ph_from: { value: "2026-05-01" }, ph_milestone: { value: "試行" }, ph_note: { value: "理由" } },
          },
        ],
      },
    });
  });

  it.each([
    ["was changed", record({ ph_to: "2026-12-31" })],
    ["was removed", record({}, "99")],
  ])("writes nothing when the phase %s by someone else", async (_what, stored) => {
    const save = vi.fn<RecordGate["save"]>();
    const result = await saveEdit(edit, { load: async () => stored, save }, "");
    expect([result.kind, save.mock.calls.length]).toEqual(["conflict", 0]);
  });

  it("does not write a table back that it could not read", async () => {
    const save = vi.fn<RecordGate["save"]>();
    const gate = { load: async () => record({ ph_milestone_on: "いつか" }), save };
    await expect(saveEdit(edit, gate, "読めません")).rejects.toThrow("読めません");
    expect(save).not.toHaveBeenCalled();
  });
});
