import type { DeployMode } from "./plan.ts";

/** What a run may do to what is there. */
export type PlanRules = {
  readonly mode: DeployMode;
  /** Codes of consents that somebody gave by name. */
  readonly allowed: ReadonlySet<string>;
};

export const defaultRules: PlanRules = { mode: "merge", allowed: new Set() };
