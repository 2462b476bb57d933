import type { Plan } from "../plan/plan.ts";
import type { Status } from "../report/render-status.ts";
import type { SavedBackup } from "../report/report.ts";
import type { Fleet, Town } from "./load-fleet.ts";

/**
 * What became of one municipality. `same`: nothing to do. `finished`: an earlier run of this suite had ended there, so it was not asked.
 * `quota`: put off, as an app would go over its calls of a day. `not-started`: left alone because of failures, a stop, or because its wave is not on yet.
 */
export const townOutcomes = [
  "applied",
  "same",
  "finished",
  "changes",
  "drift",
  "consent",
  "quota",
  "failed",
  "interrupted",
  "not-started",
] as const;

export type TownOutcome = (typeof townOutcomes)[number];

/** The plan without its bodies, which would make the report of a whole prefecture too large to read. */
type PlanSummary = Pick<Plan, "mode" | "hazards" | "consents" | "manual" | "waves"> & {
  readonly steps: readonly Pick<Plan["steps"][number], "app" | "area" | "summary">[];
};

/** A phase that did not run is null, never missing. */
export type TownResult = {
  readonly name: string;
  readonly label: string;
  readonly wave: string;
  readonly environment: string;
  readonly baseUrl: string;
  readonly outcome: TownOutcome;
  readonly plan: PlanSummary | null;
  readonly status: Status | null;
  readonly stepsDone: number | null;
  /** Calls that applying the plan takes at the least. */
  readonly estimate: number | null;
  readonly calls: number | null;
  readonly seconds: number | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly backups: readonly SavedBackup[] | null;
  readonly release: string | null;
};

export type FleetVerb = "plan" | "apply" | "status";

export type FleetReport = {
  readonly kind: "machi-dx-fleet-report";
  readonly format: 1;
  readonly command: FleetVerb;
  readonly fleet: { readonly name: string; readonly label: string; readonly file: string };
  /** SHA-256 of what is the same everywhere; the run's journal is kept under it. */
  readonly suite: string;
  readonly exitCode: number;
  readonly totals: Readonly<Record<TownOutcome, number>> & { readonly calls: number; readonly seconds: number };
  readonly municipalities: readonly TownResult[];
};

export function toPlanSummary({ mode, hazards, consents, manual, waves, steps }: Plan): PlanSummary {
  return {
    mode,
    hazards,
    consents,
    manual,
    waves,
    steps: steps.map(({ app, area, summary }) => ({ app, area, summary })),
  };
}

/** A result in which nothing has run yet. */
export function toBlankResult({ name, label, wave, environment }: Town, outcome: TownOutcome): TownResult {
  return {
    name,
    label,
    wave,
    environment: environment.name,
    baseUrl: environment.baseUrl,
    outcome,
    plan: null,
    status: null,
    stepsDone: null,
    estimate: null,
    calls: null,
    seconds: null,
    failure: null,
    backups: null,
    release: null,
  };
}

type Run = {
  readonly command: FleetVerb;
  readonly suite: string;
  readonly seconds: number;
  readonly results: readonly TownResult[];
};

export function buildFleetReport(fleet: Fleet, { command, suite, seconds, results }: Run): FleetReport {
  const counts = townOutcomes.map((outcome) => [outcome, results.filter((each) => each.outcome === outcome).length]);
  const calls = results.reduce((sum, each) => sum + (each.calls ?? 0), 0);
  return {
    kind: "machi-dx-fleet-report",
    format: 1,
    command,
    fleet: { name: fleet.name, label: fleet.label, file: fleet.file },
    suite,
    exitCode: worstExitCode(results),
    totals: { ...toCounts(Object.fromEntries(counts)), calls, seconds },
    municipalities: results,
  };
}

function toCounts(counts: Readonly<Record<string, number>>): Record<TownOutcome, number> {
  const of = (outcome: TownOutcome): number => counts[outcome] ?? 0;
  return {
    applied: of("applied"),
    same: of("same"),
    finished: of("finished"),
    changes: of("changes"),
    drift: of("drift"),
    consent: of("consent"),
    quota: of("quota"),
    failed: of("failed"),
    interrupted: of("interrupted"),
    "not-started": of("not-started"),
  };
}

const exitCodes: Readonly<Record<TownOutcome, number>> = {
  applied: 0,
  same: 0,
  finished: 0,
  changes: 2,
  drift: 3,
  consent: 4,
  quota: 1,
  failed: 1,
  interrupted: 1,
  "not-started": 0,
};

/** As for one environment, the worst of all: an error, then a consent that is asked for, then drift, then changes. */
function worstExitCode(results: readonly Pick<TownResult, "outcome">[]): number {
  const codes = new Set(results.map(({ outcome }) => exitCodes[outcome]));
  return [1, 4, 3, 2].find((code) => codes.has(code)) ?? 0;
}
