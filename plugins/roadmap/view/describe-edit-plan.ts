import type { Language, Message, MessageParams } from "../../../domain/message.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import { kindOf } from "../model/describe-phase.ts";
import { formatSlashRange } from "../model/format-day.ts";
import type { EditPlan } from "../model/plan-edit.ts";
import { roadmapTexts } from "./roadmap-texts.ts";

type Text = (message: Message, params?: MessageParams) => string;

const wordTexts = { stop: roadmapTexts.tipStop, reason: roadmapTexts.tipReason, hint: roadmapTexts.tipHint } as const;

/** What a gesture would do, line by line: the new dates, what else moves, what stands in the way, what rules say. */
export function describeEditPlan(plan: EditPlan, phase: Phase, language: Language, text: Text): string[] {
  const listed = (phases: readonly Phase[]): string =>
    phases
      .map((other) => `${kindOf(other, language)} ${formatSlashRange(other.current.from, other.current.to)}`)
      .join("、");
  return [
    text(roadmapTexts.tipDates, {
      kind: kindOf(phase, language),
      range: formatSlashRange(plan.dates.from, plan.dates.to),
    }),
    ...(plan.alsoMoves.length > 0 ? [text(roadmapTexts.tipAlso, { phases: listed(plan.alsoMoves) })] : []),
    ...(plan.blockedBy.length > 0 ? [text(roadmapTexts.tipBlocked, { phases: listed(plan.blockedBy) })] : []),
    ...plan.words.map((word) => text(wordTexts[word.level], { text: word.text })),
  ];
}
