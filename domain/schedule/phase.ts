import { type CalendarDate, parseCalendarDate } from "../calendar-date.ts";
import { buildInterval, type Interval } from "./interval.ts";

/** The kinds that follow one another; 完了 and 休止 stand outside of the order. */
export const orderedKinds = ["検討", "準備", "実施", "運用・効果確認"] as const;

export type PhaseKind = (typeof orderedKinds)[number] | "完了" | "休止" | "";

type PhaseState = "予定" | "実施中" | "済" | "変更" | "中止" | "";

/** Dates as typed: an end may be missing and they may stand the wrong way round. */
export type DatePair = { readonly from: CalendarDate | null; readonly to: CalendarDate | null };

/** One row of the 工程 table with its three pairs of dates. */
export type Phase = {
  /** kintone's id of the row; null until it is stored. */
  readonly id: string | null;
  readonly kind: PhaseKind;
  readonly state: PhaseState;
  /** 当初計画 */
  readonly first: DatePair;
  /** 現計画 */
  readonly current: DatePair;
  /** 実績 */
  readonly actual: DatePair;
  readonly milestone: string;
  readonly milestoneOn: CalendarDate | null;
  readonly note: string;
};

/** The cells of a row of アクションプラン's `phases` as plain text. */
export type PhaseRow = {
  readonly id: string | null;
  readonly ph_kind: PhaseKind;
  readonly ph_state: PhaseState;
  readonly ph_first_from: string;
  readonly ph_first_to: string;
  readonly ph_from: string;
  readonly ph_to: string;
  readonly ph_actual_from: string;
  readonly ph_actual_to: string;
  readonly ph_milestone: string;
  readonly ph_milestone_on: string;
  readonly ph_note: string;
};

/** Reads a row of the 工程 table; what is not a date counts as missing. */
export function toPhase(row: PhaseRow): Phase {
  return {
    id: row.id,
    kind: row.ph_kind,
    state: row.ph_state,
    first: toPair(row.ph_first_from, row.ph_first_to),
    current: toPair(row.ph_from, row.ph_to),
    actual: toPair(row.ph_actual_from, row.ph_actual_to),
    milestone: row.ph_milestone,
    milestoneOn: parseCalendarDate(row.ph_milestone_on),
    note: row.ph_note,
  };
}

/** The cells that an edit of the current plan changes. */
export function toCurrentCells({ current }: Phase): Pick<PhaseRow, "ph_from" | "ph_to"> {
  return { ph_from: current.from ?? "", ph_to: current.to ?? "" };
}

/** The current plan as an interval, or null while it is incomplete. */
export function currentInterval({ current }: Phase): Interval | null {
  return buildInterval(current.from, current.to);
}

/** 0 検討 … 3 運用・効果確認; null for kinds that have no place in the order. */
export function orderOfKind(kind: PhaseKind): number | null {
  const order = orderedKinds.findIndex((ordered) => ordered === kind);
  return order === -1 ? null : order;
}

function toPair(from: string, to: string): DatePair {
  return { from: parseCalendarDate(from), to: parseCalendarDate(to) };
}
