import { describe, expect, it } from "vitest";
import type { ProcessAction, ProcessSettings } from "../../../store/app-settings.ts";
import { currentState, listActions, needsAssignee } from "./available-actions.ts";
import type { FormRecord } from "./form-record.ts";

const codes = { status: "ステータス", assignee: "作業者" };

function action(name: string, part: Partial<ProcessAction> = {}): ProcessAction {
  return { name, from: "下書き", to: "確認", filterCond: "", type: "PRIMARY", ...part };
}

const process: ProcessSettings = {
  enable: true,
  states: [
    { name: "下書き", index: "0", assignee: { type: "ONE", entities: [] } },
    {
      name: "確認",
      index: "1",
      assignee: { type: "ONE", entities: [{ entity: { type: "GROUP", code: "kachou" }, includeSubs: false }] },
    },
    { name: "承認", index: "2", assignee: { type: "ANY", entities: [] } },
  ],
  actions: [
    action("送る"),
    action("承認する", { from: "確認", to: "承認" }),
    action("取り下げる", {
      type: "SECONDARY",
      executableUser: { entities: [{ entity: { type: "GROUP", code: "jimukyoku" }, includeSubs: false }] },
    }),
  ],
};

function recordWith(assignees: readonly string[], status = "下書き"): FormRecord {
  return {
    id: "1",
    revision: "1",
    lookups: {},
    values: { ステータス: status, 作業者: assignees.map((code) => ({ code, name: code })) },
  };
}

function names(record: FormRecord, code: string, groups: readonly string[] = []): string[] {
  return listActions(process, record, { codes, caller: { code, groups, organizations: [] } }).map(
    (entry) => entry.name,
  );
}

describe("actions that can be pressed", () => {
  it("are those of the present status, for its assignees", () => {
    expect(names(recordWith(["tantou"]), "tantou")).toEqual(["送る"]);
    expect(names(recordWith(["tantou"], "確認"), "tantou")).toEqual(["承認する"]);
  });

  it("are none for others and none while nobody is assigned", () => {
    expect(names(recordWith(["tantou"]), "kachou")).toEqual([]);
    expect(names(recordWith([]), "tantou")).toEqual([]);
  });

  it("are also those that a group may press without being assigned", () => {
    expect(names(recordWith(["tantou"]), "j1", ["jimukyoku"])).toEqual(["取り下げる"]);
  });

  it("are none when the process is off or the status is unknown", () => {
    const off = { ...process, enable: false };
    const caller = { code: "tantou", groups: [], organizations: [] };
    expect(listActions(off, recordWith(["tantou"]), { codes, caller })).toEqual([]);
    expect(currentState(process, recordWith([], "廃止"), codes)).toBeNull();
  });

  it("ask for an assignee only where one of several takes over", () => {
    expect(process.actions.map((entry) => needsAssignee(process, entry))).toEqual([true, false, true]);
  });
});
