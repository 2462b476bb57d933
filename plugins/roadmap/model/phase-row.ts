import type { Phase, PhaseRow } from "../../../domain/schedule/phase.ts";

/** The row of the 工程 table that a phase was read from, with its present plan as it is now. */
export function toPhaseRow(phase: Phase): PhaseRow {
  return {
    id: phase.id,
    ph_kind: phase.kind,
    ph_state: phase.state,
    ph_first_from: phase.first.from ?? "",
    ph_first_to: phase.first.to ?? "",
    ph_from: phase.current.from ?? "",
    ph_to: phase.current.to ?? "",
    ph_actual_from: phase.actual.from ?? "",
    ph_actual_to: phase.actual.to ?? "",
    ph_milestone: phase.milestone,
    ph_milestone_on: phase.milestoneOn ?? "",
    ph_note: phase.note,
  };
}
