import type { CalendarDate } from "../calendar-date.ts";
import type { Message } from "../message.ts";
import { findingLevel } from "./finding-level.ts";
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
  RuleLevels,
} from "./rule.ts";

export type Finding = {
  readonly rule: RuleId;
  readonly level: RuleLevel;
  /** True only for what kintone would refuse to store; every other draft can be saved. */
  readonly blocksSave: boolean;
  readonly path: FindingPath;
  readonly message: Message;
};

type JudgeInput<App extends JudgedApp> = {
  readonly app: App;
  readonly record: JudgedRecords[App];
  readonly moment: Moment;
  readonly levels: RuleLevels;
  readonly today: CalendarDate;
  readonly related?: Related;
};

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
  const level = findingLevel(rule, found, levels);
  return level === "off" ? [] : [{ rule: rule.id, level, blocksSave, path, message }];
}
