import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { StoredReason } from "./stored-reasons.ts";

export type SortedFindings = {
  /** What kintone would refuse to store. */
  readonly blocking: readonly Finding[];
  /** What stops the step to approval but not the save of a draft. */
  readonly stops: readonly Finding[];
  /** What passes once a reason is chosen, and has none yet. */
  readonly unreasoned: readonly Finding[];
  /** What passes with the reason that is stored. */
  readonly reasoned: readonly { readonly finding: Finding; readonly reason: StoredReason }[];
  readonly hints: readonly Finding[];
};

/** Sorts findings by what happens with them, given the reasons that the record carries. */
export function sortFindings(findings: readonly Finding[], reasons: readonly StoredReason[]): SortedFindings {
  const byRule = new Map(reasons.map((reason) => [reason.rule, reason]));
  const waiting = findings.filter(({ level, blocksSave }) => level === "reason" && !blocksSave);
  return {
    blocking: findings.filter(({ blocksSave }) => blocksSave),
    stops: findings.filter(({ level, blocksSave }) => level === "stop" && !blocksSave),
    unreasoned: waiting.filter(({ rule }) => !byRule.has(rule)),
    reasoned: waiting.flatMap((finding) => {
      const reason = byRule.get(finding.rule);
      return reason ? [{ finding, reason }] : [];
    }),
    hints: findings.filter(({ level }) => level === "hint"),
  };
}
