import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { type Language, defineMessages, formatMessage } from "../../../domain/message.ts";
import { formatDay, formatDayRange } from "./format-day.ts";
import type { Interval } from "../../../domain/schedule/interval.ts";
import { isLate } from "../../../domain/schedule/lateness.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import type { GestureKind } from "./gesture.ts";
import type { Action } from "./plan-data.ts";

const messages = defineMessages({
  phase: { ja: "工程", en: "Phase" },
  plan: { ja: "{kind}、{range}", en: "{kind}, {range}" },
  late: { ja: "遅れ", en: "late" },
  actual: { ja: "実績 {range}", en: "actual {range}" },
  milestone: { ja: "節目 {name} {date}", en: "milestone {name} {date}" },
  move: { ja: "{kind}、{from}から{to}までに変更", en: "{kind}, moved to {from} to {to}" },
  from: { ja: "{kind}、始まりを{from}に変更", en: "{kind}, start moved to {from}" },
  to: { ja: "{kind}、終わりを{to}に変更", en: "{kind}, end moved to {to}" },
});

/** What a screen reader says at a bar: kind, days, state, lateness, actual days, milestone. */
export function describePhase(phase: Phase, today: CalendarDate, language: Language): string {
  const parts = [
    formatMessage(messages.plan, language, {
      kind: kindOf(phase, language),
      range: formatDayRange(phase.current.from, phase.current.to, language),
    }),
    phase.state,
    isLate(phase, today) ? messages.late[language] : "",
    phase.actual.from === null
      ? ""
      : formatMessage(messages.actual, language, {
          range: formatDayRange(phase.actual.from, phase.actual.to, language),
        }),
    phase.milestoneOn === null
      ? ""
      : formatMessage(messages.milestone, language, {
          name: phase.milestone,
          date: formatDay(phase.milestoneOn, language),
        }),
  ];
  return parts.filter((part) => part !== "").join(language === "ja" ? "、" : ", ");
}

/** What is said after a move: 「準備、終わりを令和8年9月30日に変更」. */
export function describeMove(phase: Phase, gesture: GestureKind, dates: Interval, language: Language): string {
  return formatMessage(messages[gesture], language, {
    kind: kindOf(phase, language),
    from: formatDay(dates.from, language),
    to: formatDay(dates.to, language),
  });
}

/** The name of a phase; a row whose kind is still empty is called 「工程」. */
export function kindOf(phase: Phase, language: Language): string {
  return phase.kind === "" ? messages.phase[language] : phase.kind;
}

/** Finds a phase by the id of its table row. */
export function findPhase(action: Action, rowId: string): Phase | null {
  return action.phases.find((phase) => phase.id === rowId) ?? null;
}
