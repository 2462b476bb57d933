import type { action } from "../apps/action.ts";
import type { RecordOf } from "../schema/record-of.ts";
import type { SampleSchedule } from "./sample-action.ts";
import { addDaysTo, addMonthsTo } from "./sample-days.ts";

type PhaseRow = RecordOf<typeof action>["phases"][number];

/** The day on which the samples stand; fixed, so that every run loads the same records. */
export const sampleToday = "2026-11-22";

const kinds = ["検討", "準備", "実施", "運用・効果確認"] as const;

const emptyRow = {
  id: null,
  ph_state: "予定",
  ph_first_from: "",
  ph_first_to: "",
  ph_actual_from: "",
  ph_actual_to: "",
  ph_milestone: "",
  ph_milestone_on: "",
  ph_note: "",
} as const;

/** Builds the rows of 工程 with first plan, current plan and what has happened by `sampleToday`. */
export function buildSamplePhases(schedule: SampleSchedule, seed: number): PhaseRow[] {
  const rows: PhaseRow[] = [];
  for (const planned of closePlan(planPhases(schedule), schedule)) {
    rows.push(addHistory(planned, { schedule, days: seed + rows.length, previous: rows.at(-1) }));
  }
  return rows;
}

function planPhases({ start, months, slip, stopped, paused, milestone }: SampleSchedule): PhaseRow[] {
  const rows: PhaseRow[] = [];
  let first = start;
  let current = start;
  for (const [at, kind] of kinds.entries()) {
    if (paused?.before === at) {
      const next = addMonthsTo(current, paused.months);
      rows.push({ ...emptyRow, ph_kind: "休止", ph_from: current, ph_to: addDaysTo(next, -1), ph_note: paused.why });
      current = next;
    }
    const length = months[at] ?? 0;
    if (length === 0 || (stopped !== undefined && at > stopped.at)) {
      continue;
    }
    const firstNext = addMonthsTo(first, length);
    const next = addMonthsTo(current, length + (slip?.at === at ? slip.months : 0));
    rows.push({
      ...emptyRow,
      ph_kind: kind,
      ph_state: stopped?.at === at ? "中止" : slip?.at === at ? "変更" : "予定",
      ph_first_from: first,
      ph_first_to: addDaysTo(firstNext, -1),
      ph_from: current,
      ph_to: addDaysTo(next, -1),
      ph_milestone: milestone?.at === at ? milestone.name : "",
      ph_milestone_on: milestone?.at === at ? milestone.on : "",
      ph_note: stopped?.at === at ? stopped.why : slip?.at === at ? slip.why : "",
    });
    first = firstNext;
    current = next;
  }
  return rows;
}

function closePlan(rows: PhaseRow[], { closes }: SampleSchedule): PhaseRow[] {
  const last = rows.at(-1);
  if (closes !== true || last === undefined) {
    return rows;
  }
  const [from, first] = [addDaysTo(last.ph_to, 1), addDaysTo(last.ph_first_to, 1)];
  return [
    ...rows,
    {
      ...emptyRow,
      ph_kind: "完了",
      ph_from: from,
      ph_to: addDaysTo(addMonthsTo(from, 1), -1),
      ph_first_from: first,
      ph_first_to: addDaysTo(addMonthsTo(first, 1), -1),
    },
  ];
}

type History = {
  readonly schedule: SampleSchedule;
  /** A number that makes each phase a few days different. */
  readonly days: number;
  readonly previous: PhaseRow | undefined;
};

function addHistory(row: PhaseRow, { schedule: { stalled, late, stopped }, days, previous }: History): PhaseRow {
  if (previous?.ph_actual_to === "") {
    return row;
  }
  const at = kinds.findIndex((kind) => kind === row.ph_kind);
  const usual = addDaysTo(row.ph_from, (days * 3) % 8);
  const earliest = previous === undefined ? usual : addDaysTo(previous.ph_actual_to, 1);
  const from = earliest > usual ? earliest : usual;
  if (from > sampleToday) {
    return row;
  }
  if (stopped?.at === at) {
    return { ...row, ph_actual_from: from, ph_actual_to: addDaysTo(addMonthsTo(from, 2), -1) };
  }
  const to = addDaysTo(row.ph_to, late?.at === at ? late.days : -((days * 5) % 9));
  if (to > sampleToday || stalled === at) {
    return { ...row, ph_actual_from: from, ph_state: row.ph_state === "変更" ? "変更" : "実施中" };
  }
  return { ...row, ph_actual_from: from, ph_actual_to: to, ph_state: "済" };
}
