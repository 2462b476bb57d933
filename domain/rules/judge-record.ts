import type { CalendarDate } from "../calendar-date.ts";
import type { Message } from "../message.ts";
import { rules } from "./rules.ts";
import type {
  FindingPath,
  JudgedApp,
  JudgedRecords,
  Moment,
  Related,
  Rule,
  RuleFinding,
  RuleId,
  RuleLevel,
} from "./rule.ts";

export type Finding = {
  readonly rule: RuleId;
  readonly level: RuleLevel;
  /** True only for what kintone would refuse to store; every other draft can be saved. */
  readonly blocksSave: boolean;
  readonly path: FindingPath;
  readonly message: Message;
};

/** A town's own levels by rule id; they lower or switch off, and never raise. */
export type RuleLevels = Readonly<Partial<Record<string, RuleLevel | "off">>>;

type JudgeInput<App extends JudgedApp> = {
  readonly app: App;
  readonly record: JudgedRecords[App];
  readonly moment: Moment;
  readonly levels: RuleLevels;
  readonly today: CalendarDate;
  readonly related?: Related;
};

const strength = { off: 0, hint: 1, reason: 2, stop: 3 } as const;

/** Judges one record by every rule that applies at that moment; pure, so form, process step, import and inspection agree. */
export function judgeRecord<App extends JudgedApp>(input: JudgeInput<App>): Finding[] {
  const { app, record, moment, levels, today, related = {} } = input;
  return rules
    .filter((rule) => rule.moments.includes(moment))
    .flatMap((rule) => {
      const found = rule.judges[app]?.(record, { today, related }) ?? [];
      return found.flatMap((finding) => toFinding(rule, finding, levels));
    });
}

function toFinding(rule: Rule, found: RuleFinding, levels: RuleLevels): Finding[] {
  const { path, message, blocksSave = false } = found;
  const own = found.level ?? rule.level;
  const wanted = blocksSave || !rule.canBeRelaxed ? own : (levels[rule.id] ?? own);
  const level = strength[wanted] < strength[own] ? wanted : own;
  return level === "off" ? [] : [{ rule: rule.id, level, blocksSave, path, message }];
}
