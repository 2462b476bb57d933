import type { Rule, RuleFinding, RuleLevel, RuleLevels } from "./rule.ts";

const strength = { off: 0, hint: 1, reason: 2, stop: 3 } as const;

/** How strong a finding is in this town, whose levels lower or switch off and never raise what the rule says itself. */
export function findingLevel(
  rule: Pick<Rule, "id" | "level" | "canBeRelaxed">,
  { level: own = rule.level, blocksSave = false }: RuleFinding,
  levels: RuleLevels,
): RuleLevel | "off" {
  const wanted = blocksSave || !rule.canBeRelaxed ? own : (levels[rule.id] ?? own);
  return strength[wanted] < strength[own] ? wanted : own;
}
