import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { Plan, PlanStep } from "../plan/plan.ts";

/** What became of an apply; `stopped` says after how many steps and why. */
type ApplyOutcome = {
  readonly outcome: "done" | "stopped" | "refused";
  readonly stepsDone: number;
  readonly stepsTotal: number;
  readonly seconds: number;
  readonly failure: { readonly code: string; readonly message: string } | null;
};

/** Columns that were saved before they went, with the line that brings them back. */
export type SavedBackup = { readonly file: string; readonly records: number; readonly restore: string };

/** One run for people and programs; a phase that did not run is null, never missing. */
export type Report = {
  readonly kind: "machi-dx-report";
  readonly format: 1;
  readonly command: "plan" | "apply" | "rollback";
  readonly environment: { readonly name: string; readonly label: string; readonly baseUrl: string };
  readonly exitCode: number;
  /** Whether the declarations are those of the last release, so that every change undoes one made by hand. */
  readonly isDrift: boolean | null;
  /** Why the run ended before there was a plan; null here, as there is one. */
  readonly failure: null;
  readonly plan: Plan;
  readonly apply: ApplyOutcome | null;
  readonly backups: readonly SavedBackup[] | null;
  /** The release that this run made. */
  readonly release: string | null;
  /** The release that is gone back to. */
  readonly target: string | null;
};

/** A run that ended before there was a plan: a wrong password, an unknown field in the overlay, a domain that is down. */
export function toFailureReport(command: string, failure: { readonly code: string; readonly message: string }): object {
  return {
    kind: "machi-dx-report",
    format: 1,
    command,
    environment: null,
    exitCode: 1,
    isDrift: null,
    failure: { code: failure.code, message: failure.message },
    plan: null,
    apply: null,
    backups: null,
    release: null,
    target: null,
  };
}

/** Names of apps as this environment says them. */
export type AppNames = ReadonlyMap<AppKey, string>;

export function toAppNames(apps: readonly AppSchema[]): AppNames {
  return new Map(apps.map(({ key, name }) => [key, name]));
}

export type PlanSection = {
  readonly app: AppKey | null;
  /** With the place of each step in the plan's order, from 1. */
  readonly steps: readonly (PlanStep & { readonly number: number })[];
};

/** The steps by app; what concerns several apps at once comes last. */
export function toSections(plan: Plan): PlanSection[] {
  const numbered = plan.steps.map((step, index) => ({ ...step, number: index + 1 }));
  return [...appKeys, null].flatMap((app) => {
    const steps = numbered.filter((step) => step.app === app);
    return steps.length === 0 ? [] : [{ app, steps }];
  });
}

export function countRequests(plan: Plan): number {
  return plan.steps.reduce((sum, step) => sum + step.requests.length, 0);
}

/** 1 when apply would refuse, 4 when it would ask, 3 when only changes by hand are undone, 2 for other changes. */
export function exitCodeOf(plan: Plan, isDrift: boolean): number {
  const isAsking = plan.consents.some((consent) => !consent.isGiven);
  const isStopped = plan.hazards.some(({ level }) => level === "stop");
  if (isAsking) {
    return 4;
  }
  if (isStopped) {
    return 1;
  }
  return plan.steps.length === 0 ? 0 : isDrift ? 3 : 2;
}

/** The command line that applies this plan with every consent it still asks for. */
export function toApplyCommand(report: Pick<Report, "environment" | "plan" | "target">): string {
  const { environment, plan, target } = report;
  const codes = plan.consents.map(({ code }) => code);
  return [
    `npm run deploy -- ${target === null ? "apply" : "rollback"} --env ${environment.name}`,
    ...(target === null ? [] : [`--release ${target}`]),
    ...(plan.mode === "merge" ? [] : [`--mode ${plan.mode}`]),
    ...(codes.length === 0 ? [] : [`--allow-delete=${quoteArgument(codes.join(","))}`]),
  ].join(" ");
}

/** Codes of options may hold spaces and signs that a shell would take for its own. */
function quoteArgument(text: string): string {
  return /^[\w.,/@%+:=\p{L}\p{N}ー-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
