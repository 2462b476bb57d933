import { type CalendarDate, parseCalendarDate } from "../calendar-date.ts";
import { formatJapaneseDate } from "../fiscal-year.ts";
import { defineMessages, fillMessage, type Message } from "../message.ts";
import { findGaps, findOverlaps, findWrongOrder, placePhases } from "../schedule/order-phases.ts";
import { type PhaseRow, toPhase } from "../schedule/phase.ts";
import type { Rule, RuleFinding } from "./rule.ts";

const messages = defineMessages({
  swapped: {
    ja: "終わりの日が、始めの日より前になっています。どちらかの日付を直してください。",
    en: "The last day lies before the first day. Correct one of the dates.",
  },
  outOfRange: {
    ja: "2000年から2100年までの日付を入れてください。年の入力まちがいかもしれません。",
    en: "Enter a date between 2000 and 2100. The year may be mistyped.",
  },
  overlap: {
    ja: "「{kind}」の期間が、「{other}」（{otherTo}まで）と重なっています。重ならないように、どちらかの日付を直してください。",
    en: "“{kind}” overlaps “{other}” (until {otherTo}). Change one of the dates so that they do not overlap.",
  },
  order: {
    ja: "「{kind}」が「{other}」のあとになっています。検討→準備→実施→運用・効果確認の順に並べてください（ないものは飛ばせます）。",
    en: "“{kind}” comes after “{other}”. Keep the order 検討→準備→実施→運用・効果確認 (you may leave some out).",
  },
  gap: {
    ja: "{from}から{to}まで、6か月をこえて予定がありません。その間も続くことがあれば期間を入れ、待つ期間なら「休止」を入れてください。",
    en: "Nothing is planned from {from} to {to}, more than six months. Enter what goes on, or 休止 for a pause.",
  },
});

const gapMonths = 6;
const pairs = [
  ["ph_from", "ph_to"],
  ["ph_first_from", "ph_first_to"],
  ["ph_actual_from", "ph_actual_to"],
] as const;

/** The phases of an action make a possible schedule. Overlap, order and gaps are judged on the current plan. */
export const phasesMakeASchedule: Rule = {
  id: "V-G2",
  name: { ja: "工程の日付と順番が正しい", en: "Phases have possible dates and order" },
  says: messages.swapped,
  level: "stop",
  canBeRelaxed: true,
  moments: ["submit", "proceed"],
  judges: { action: ({ phases }) => judgePhases(phases) },
};

/** Judges the rows of the 工程 table alone; the road map asks this before it saves a moved bar. */
export function judgePhases(rows: readonly PhaseRow[]): RuleFinding[] {
  const phases = rows.map(toPhase);
  const placed = placePhases(phases);
  const kindOf = (row: number) => phases[row]?.kind || "工程";
  return [
    ...rows.flatMap(judgeDates),
    ...findOverlaps(placed).map(({ earlier, later }) =>
      at(later.index, "ph_from", messages.overlap, {
        kind: kindOf(later.index),
        other: kindOf(earlier.index),
        otherTo: formatJapaneseDate(earlier.interval.to),
      }),
    ),
    ...findWrongOrder(placed).map(({ earlier, later }) =>
      at(later.index, "ph_kind", messages.order, { kind: kindOf(later.index), other: kindOf(earlier.index) }),
    ),
    ...findGaps(placed, gapMonths).map(({ from, to, later }) => ({
      ...at(later.index, "ph_from", messages.gap, { from: formatJapaneseDate(from), to: formatJapaneseDate(to) }),
      level: "reason" as const,
    })),
  ];
}

function judgeDates(row: PhaseRow, index: number): RuleFinding[] {
  return pairs.flatMap(([fromField, toField]) => {
    const [from, to] = [parseCalendarDate(row[fromField]), parseCalendarDate(row[toField])];
    const found: RuleFinding[] = [];
    for (const [field, date] of [
      [fromField, from],
      [toField, to],
    ] as const) {
      if (date !== null && !isInRange(date)) {
        found.push(at(index, field, messages.outOfRange, {}));
      }
    }
    if (from !== null && to !== null && to < from) {
      found.push(at(index, toField, messages.swapped, {}));
    }
    return found;
  });
}

function isInRange(date: CalendarDate): boolean {
  return date >= "2000-01-01" && date <= "2100-12-31";
}

function at(row: number, field: string, message: Message, params: Record<string, string>): RuleFinding {
  return { path: { table: "phases", row, field }, message: fillMessage(message, params) };
}
