import type { Rule, RuleLevel } from "../../../domain/rules/rule.ts";
import type { SavedSettings } from "../../core/config/saved-settings.ts";

export type Choice = { readonly level: RuleLevel | "off"; readonly note: string };

const order = ["stop", "reason", "hint", "off"] as const satisfies readonly (RuleLevel | "off")[];

/** The levels a town can give a rule: its own and every weaker one; only its own when it cannot be relaxed. */
export function listLevels({ level, canBeRelaxed }: Rule): (RuleLevel | "off")[] {
  return canBeRelaxed ? order.slice(order.indexOf(level)) : [level];
}

/** What a rule is set to now; a level that it does not offer counts as its own. */
export function readChoice(rule: Rule, { ruleLevels, ruleNotes }: SavedSettings): Choice {
  const saved = ruleLevels[rule.id];
  const level = listLevels(rule).find((offered) => offered === saved) ?? rule.level;
  return { level, note: ruleNotes[rule.id] ?? "" };
}

/** Tells whether a choice is weaker than the rule's own level, and so needs a reason. */
export function isRelaxed(rule: Rule, { level }: Choice): boolean {
  return level !== rule.level;
}

/** The settings to save: only rules that were relaxed, each with why. */
export function toSavedSettings(choices: readonly { readonly rule: Rule; readonly choice: Choice }[]): SavedSettings {
  const relaxed = choices.filter(({ rule, choice }) => isRelaxed(rule, choice));
  return {
    ruleLevels: Object.fromEntries(relaxed.map(({ rule, choice }) => [rule.id, choice.level])),
    ruleNotes: Object.fromEntries(relaxed.map(({ rule, choice }) => [rule.id, choice.note.trim()])),
  };
}
