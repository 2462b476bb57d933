import type { Language } from "../../../domain/message.ts";
import { findingLevel } from "../../../domain/rules/finding-level.ts";
import type { RuleLevel, RuleLevels } from "../../../domain/rules/rule.ts";
import { judgePhases, phasesMakeASchedule } from "../../../domain/rules/v-g2.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import { toPhaseRow } from "./phase-row.ts";

/** What a rule says about the phases as they would become. */
export type RuleWord = { readonly level: RuleLevel; readonly text: string };

export type JudgeOptions = { readonly levels: RuleLevels; readonly language: Language };

/**
 * What the rule for schedules (V-G2) says about `after` that it did not say about `before`: a gesture answers for what
 * it changes, not for what a draft has been lacking all along.
 */
export function judgeChange(before: readonly Phase[], after: readonly Phase[], options: JudgeOptions): RuleWord[] {
  const known = new Set(judge(before, options).map(({ text }) => text));
  return judge(after, options).filter(({ text }) => !known.has(text));
}

function judge(phases: readonly Phase[], { levels, language }: JudgeOptions): RuleWord[] {
  return judgePhases(phases.map((phase) => toPhaseRow(phase))).flatMap((finding) => {
    const level = findingLevel(phasesMakeASchedule, finding, levels);
    return level === "off" ? [] : [{ level, text: finding.message[language] }];
  });
}
