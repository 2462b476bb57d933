import type { progress } from "../apps/progress.ts";
import type { RecordOf } from "../schema/record-of.ts";
import { sampleActions } from "./sample-actions.ts";

type Progress = RecordOf<typeof progress>;

/** What is written by hand about one sample report. */
type SampleReport = Pick<Progress, "fy" | "term"> & {
  readonly action: string;
  readonly due: string;
  readonly text?: Partial<Progress>;
};

const lastYear = { fy: "2025", term: "年度末", due: "2026-04-30" } as const;
const thisTerm = { fy: "2026", term: "上期", due: "2026-10-30" } as const;
/** Asked for, and still within the time: the days lie after `sampleToday`. */
const asked = { fy: "2026", term: "年度末", due: "2027-04-30" } as const;

/** Gives reports of some sample projects: told, told late, and only asked for. */
export function sampleProgress(): Partial<Progress>[] {
  const names = new Map(sampleActions().map(({ action_id, action_name }) => [action_id, action_name]));
  return reports.map(({ action, fy, term, due, text = {} }) => ({
    progress_key: `${action}:${fy}:${term}`,
    action_id: action,
    action_name: names.get(action) ?? "",
    fy,
    term,
    due_on: due,
    note_internal: "見本の記録です。本当の報告ではありません。",
    ...text,
  }));
}

const reports: readonly SampleReport[] = [
  {
    ...lastYear,
    action: "A-001",
    text: {
      phase_now: "準備",
      work_grade: "予定どおり",
      result_grade: "D",
      done_text: "窓口の流れを調べ、待ち時間の長い手続きを3つに絞った。",
      next_steps: [
        { id: null, ns_what: "受付票を試しに変える", ns_who: "見本課A", ns_by: "2026-06-30", ns_done: "済" },
      ],
      help_needed: "なし",
      learned: "待つ人の半分は、書類の書き方を聞くために待っていた。",
      direction_next: "継続",
      entry_minutes: "9",
    },
  },
  {
    ...thisTerm,
    action: "A-001",
    text: {
      phase_now: "実施",
      work_grade: "進んでいる",
      result_grade: "B",
      done_text: "新しい受付票を使い始めた。書き方の案内を窓口の前に置いた。",
      next_steps: [
        { id: null, ns_what: "待ち時間をもう一度計る", ns_who: "見本課A", ns_by: "2026-12-18", ns_done: "まだ" },
      ],
      help_needed: "なし",
      entry_minutes: "7",
    },
  },
  { ...asked, action: "A-001" },
  {
    ...thisTerm,
    action: "A-002",
    text: {
      phase_now: "準備",
      work_grade: "遅れている",
      result_grade: "D",
      done_text: "業者との打合せを2回した。",
      blocker_kind: ["業者", "予算"],
      blocker_text: "見積りが予定の額を超えたため、内容を見直している。",
      next_steps: [{ id: null, ns_what: "見積りを取り直す", ns_who: "見本課B", ns_by: "2026-12-25", ns_done: "まだ" }],
      help_needed: "事務局",
      help_text: "県の共同調達に乗れるか知りたい（見本）",
      entry_minutes: "12",
    },
  },
  {
    ...lastYear,
    action: "A-003",
    text: {
      phase_now: "検討",
      work_grade: "予定どおり",
      result_grade: "C",
      done_text: "ほかの町の例を調べた。",
      help_needed: "なし",
      direction_next: "改善",
      entry_minutes: "6",
    },
  },
  {
    ...thisTerm,
    action: "A-003",
    text: {
      phase_now: "検討",
      work_grade: "予定どおり",
      result_grade: "C",
      done_text: "変化なし",
      help_needed: "委員会",
      help_text: "相談の場所を広げるかどうか（見本）",
      entry_minutes: "4",
    },
  },
  {
    ...thisTerm,
    action: "A-004",
    text: {
      phase_now: "準備",
      work_grade: "止まっている",
      result_grade: "D",
      done_text: "国の仕様を待っている。",
      blocker_kind: ["法令・国待ち"],
      blocker_text: "仕様が決まってから進める。",
      help_needed: "なし",
    },
  },
  { ...thisTerm, action: "A-005" },
  { ...asked, action: "A-006" },
];
