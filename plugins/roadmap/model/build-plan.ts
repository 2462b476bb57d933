import { type CalendarDate, toCalendarDate } from "../../../domain/calendar-date.ts";
import { buildPhase } from "../../../domain/schedule/build-phase.ts";
import type { Action, Initiative, PlanData, SubItem } from "./plan-data.ts";

/** The day on which the tests stand. */
export const buildToday: CalendarDate = toCalendarDate(2026, 11, 22);

/** A 事業 of J1-1 with 準備 until September and 実施 from October, with what the test changes. */
export function buildAction(changes: Partial<Action> = {}): Action {
  return {
    id: "1",
    revision: "3",
    actionId: "A-001",
    name: "書かない窓口",
    subItemId: "J1-1",
    deptCode: "A",
    deptName: "見本課A",
    issueIds: ["C1"],
    status: "下書き",
    phases: [
      buildPhase("準備", "2026-04-01", "2026-09-30", { id: "11" }),
      buildPhase("実施", "2026-10-01", "2027-03-31", { id: "12" }),
    ],
    ...changes,
  };
}

export function buildInitiative(initiativeId: string, changes: Partial<Initiative> = {}): Initiative {
  const groups = { J: "重点", K: "強化", T: "追加" } as const;
  const group = Object.entries(groups).find(([letter]) => initiativeId.startsWith(letter))?.[1] ?? "";
  return {
    initiativeId,
    group,
    no: Number(initiativeId.slice(1)),
    name: `取組${initiativeId}`,
    issueIds: [],
    ...changes,
  };
}

export function buildSubItem(subItemId: string, changes: Partial<SubItem> = {}): SubItem {
  const [initiativeId = "", no = ""] = subItemId.split("-");
  return {
    subItemId,
    initiativeId,
    no: Number(no),
    text: `実施事項${subItemId}`,
    dateText: "",
    dateOn: null,
    datePrecision: "",
    ...changes,
  };
}

/** Two 取組 with three 実施事項, of which J1-1 has a 事業. */
export function buildPlan(changes: Partial<PlanData> = {}): PlanData {
  return {
    version: { no: "Ver.5.0", revisedOn: null },
    initiatives: [buildInitiative("K1"), buildInitiative("J1")],
    subItems: [buildSubItem("J1-2"), buildSubItem("J1-1"), buildSubItem("K1-1")],
    actions: [buildAction()],
    depts: [{ code: "A", name: "見本課A" }],
    issues: [{ code: "C1", name: "デジタルディバイド対策" }],
    missing: [],
    ...changes,
  };
}
