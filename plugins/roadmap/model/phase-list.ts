import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { findLateness } from "../../../domain/schedule/lateness.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import type { Action, Initiative, PlanData, SubItem } from "./plan-data.ts";
import type { Row } from "./rows.ts";

/** One phase with everything above it: a line of the table and of the file. An action without phases has one line. */
export type PhaseLine = {
  readonly key: string;
  readonly initiative: Initiative | null;
  readonly subItem: SubItem | null;
  readonly action: Action;
  readonly phase: Phase | null;
  readonly lateDays: number;
};

/** The lines below the shown rows, in their order; closed rows count as shown. */
export function listPhaseLines(data: PlanData, rows: readonly Row[], today: CalendarDate): PhaseLine[] {
  const actions = new Map(data.actions.map((action) => [action.id, action]));
  const subItems = new Map(data.subItems.map((subItem) => [subItem.subItemId, subItem]));
  const initiatives = new Map(data.initiatives.map((initiative) => [initiative.initiativeId, initiative]));
  return rows
    .filter((row) => row.depth === 0)
    .flatMap((row) => row.actionIds)
    .flatMap((id) => actions.get(id) ?? [])
    .flatMap((action) => {
      const subItem = subItems.get(action.subItemId) ?? null;
      const initiative = subItem === null ? null : (initiatives.get(subItem.initiativeId) ?? null);
      const phases = action.phases.length === 0 ? [null] : action.phases;
      return phases.map((phase, index) => ({
        key: `${action.id}-${index}`,
        initiative,
        subItem,
        action,
        phase,
        lateDays: phase === null ? 0 : (findLateness(phase, today)?.days ?? 0),
      }));
    });
}
