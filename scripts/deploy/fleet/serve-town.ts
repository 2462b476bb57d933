import { SuiteError } from "../../../domain/suite-error.ts";
import { toFailureLine } from "../../cli/run-command.ts";
import { textOf } from "../../cli/say.ts";
import type { Progress } from "../apply/apply-plan.ts";
import { createKintoneClient } from "../client/kintone-client.ts";
import type { Deployment, PlannedSuite } from "../engine.ts";
import { applyDeployment, planDeployment } from "../engine.ts";
import { refuseMissingApps } from "../people/refuse-missing-apps.ts";
import type { DeployMode } from "../plan/plan.ts";
import { keepRelease, nameRelease } from "../release/keep-release.ts";
import { checkTag, hashDeclared, listReleases } from "../release/release-store.ts";
import { buildReport, toSavedBackup } from "../report/build-report.ts";
import { buildStatus } from "../report/render-status.ts";
import { estimateCalls, findOveruse } from "./find-overuse.ts";
import { fleetMessages } from "./fleet-messages.ts";
import type { TownOutcome, TownResult } from "./fleet-report.ts";
import { toBlankResult, toPlanSummary } from "./fleet-report.ts";
import type { Town } from "./load-fleet.ts";

export type TownOptions = {
  readonly mode: DeployMode;
  readonly allowed: readonly string[];
  readonly isExact: boolean;
  /** Calls of a day that an app takes. */
  readonly dailyCalls: number;
  readonly tag: string | undefined;
  readonly onProgress: (progress: Progress) => void;
  readonly isStopping: () => boolean;
};

/** Thrown between two steps: what was sent was answered, and the next run goes on from there. */
class Interruption extends Error {}

/** Serves one municipality and answers what became of it; whatever goes wrong there stays there. */
export async function serveTown(
  town: Town,
  toDeployment: () => Deployment,
  work: (deployment: Deployment, note: (members: Partial<TownResult>) => void) => Promise<TownOutcome>,
): Promise<TownResult> {
  let result = toBlankResult(town, "failed");
  const startedAt = Date.now();
  const note = (members: Partial<TownResult>): void => {
    result = { ...result, ...members };
  };
  try {
    note({ outcome: await work(toDeployment(), note) });
  } catch (error) {
    const isStopped = error instanceof Interruption;
    const code = error instanceof SuiteError ? error.code : "unexpected";
    note({
      outcome: isStopped ? "interrupted" : "failed",
      failure: isStopped ? null : { code, message: toFailureLine(error) },
    });
  }
  return { ...result, seconds: Math.round((Date.now() - startedAt) / 100) / 10 };
}

type Note = (members: Partial<TownResult>) => void;

export async function planTown(deployment: Deployment, note: Note, options: TownOptions): Promise<TownOutcome> {
  const { report } = await planFor("plan", deployment, { note, options });
  if (report.exitCode === 1) {
    const [stop] = report.plan.hazards.filter(({ level }) => level === "stop");
    note({ failure: { code: stop?.code ?? "unexpected", message: stop?.message ?? "" } });
  }
  return outcomes[report.exitCode] ?? "failed";
}

const outcomes: Readonly<Record<number, TownOutcome>> = { 0: "same", 2: "changes", 3: "drift", 4: "consent" };

/** Plans and applies; where a consent is missing nothing is written. */
export async function applyTown(deployment: Deployment, note: Note, options: TownOptions): Promise<TownOutcome> {
  const { tag } = options;
  const { folder } = deployment.state;
  const declared = hashDeclared(deployment);
  // A run that was killed after it had kept its release finds it again.
  const isKept =
    tag !== undefined && listReleases(folder).some((each) => each.tag === tag && each.declared === declared);
  if (tag !== undefined && !isKept) {
    checkTag(folder, tag);
  }
  const { report, planned } = await planFor("apply", deployment, { note, options });
  if (report.exitCode === 4) {
    return "consent";
  }
  const overuse = await findOveruseIn(deployment, planned, options);
  if (overuse !== null) {
    note({ failure: { code: "quota", message: textOf(fleetMessages.overuse, overuse) } });
    return "quota";
  }
  stopIfAsked(options);
  const name = nameRelease(deployment, isKept ? undefined : tag);
  const onProgress: TownOptions["onProgress"] = (progress) => {
    note({ stepsDone: progress.done, calls: planned.calls + progress.calls });
    options.onProgress(progress);
    if (progress.done < progress.total) {
      stopIfAsked(options);
    }
  };
  const { backups, calls } = await applyDeployment(deployment, planned, onProgress, name);
  note({ calls, backups: backups.map((each) => toSavedBackup(deployment.environment.name, each)) });
  note({ release: keepRelease(deployment, name) });
  return report.plan.steps.length === 0 ? "same" : "applied";
}

async function findOveruseIn({ environment, apps }: Deployment, planned: PlannedSuite, { dailyCalls }: TownOptions) {
  const { plan, observed } = planned;
  const overuse = await findOveruse(createKintoneClient(environment), { plan, observed, limit: dailyCalls });
  const name = apps.find(({ key }) => key === overuse?.app)?.name;
  return overuse === null ? null : { ...overuse, app: name ?? overuse.app, limit: dailyCalls };
}

function stopIfAsked({ isStopping }: TownOptions): void {
  if (isStopping()) {
    throw new Interruption();
  }
}

type PlanFor = { readonly note: Note; readonly options: TownOptions };

async function planFor(command: "plan" | "apply", deployment: Deployment, { note, options }: PlanFor) {
  const { mode, allowed, isExact } = options;
  const check = isExact ? "exact" : command === "apply" ? "trust" : "stamp";
  const planned = await planDeployment(deployment, { mode, allowed, check });
  note({
    calls: planned.calls,
    plan: toPlanSummary(planned.plan),
    estimate: estimateCalls(planned.plan),
    stepsDone: command === "apply" ? 0 : null,
  });
  refuseMissingApps(deployment.environment, planned.observed.apps);
  return { planned, report: buildReport(command, { deployment, planned, target: null }) };
}

/** Versions, differences and releases; the number of today's calls is left to the status of one environment. */
export async function readTownStatus(deployment: Deployment, note: Note): Promise<TownOutcome> {
  const planned = await planDeployment(deployment, { check: "exact" });
  const status = buildStatus(deployment, planned);
  note({ calls: planned.calls, plan: toPlanSummary(planned.plan), status });
  return status.isDrift === true ? "drift" : status.changes > 0 ? "changes" : "same";
}
