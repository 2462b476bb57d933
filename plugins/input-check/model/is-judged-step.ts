import type { actionProcess } from "../../../apps-schema/apps/action-process.ts";
import type { JudgedApp } from "../../../domain/rules/rule.ts";

type ActionState = (typeof actionProcess.states)[number]["name"];

/** Steps to these states hand nothing on for approval: going back, opening a revision, ending. */
const open: Readonly<Record<JudgedApp, readonly string[]>> = {
  action: ["下書き", "改定中", "終了"] satisfies ActionState[],
  kpi: [],
  kpi_value: ["入力待ち"],
};

/** Tells whether a step to that state is judged; 差し戻し never is. */
export function isJudgedStep(app: JudgedApp, nextState: string): boolean {
  return !open[app].includes(nextState);
}
