import { toFailureLine } from "../../cli/run-command.ts";
import { listenWhile } from "../../cli/say.ts";
import type { DeployMode } from "../plan/plan.ts";
import { hashDeclared } from "../release/release-store.ts";
import { withLock } from "../state/lock.ts";
import { openFleetJournal } from "./fleet-journal.ts";
import type { FleetProgress } from "./fleet-progress.ts";
import type { FleetReport, FleetVerb, TownOutcome, TownResult } from "./fleet-report.ts";
import { buildFleetReport, toBlankResult } from "./fleet-report.ts";
import type { FleetSuite } from "./fleet-suite.ts";
import type { Fleet, Town } from "./load-fleet.ts";
import type { Verdict } from "./run-waves.ts";
import { runWaves } from "./run-waves.ts";
import type { TownOptions } from "./serve-town.ts";
import { applyTown, planTown, readTownStatus, serveTown } from "./serve-town.ts";

export type FleetRun = {
  readonly fleet: Fleet;
  readonly suite: FleetSuite;
  readonly command: FleetVerb;
  readonly mode: DeployMode;
  /** Codes of consents by municipality. */
  readonly allowed: ReadonlyMap<string, readonly string[]>;
  /** `apply` of all waves one after another; else of the first that is not finished. */
  readonly withAllWaves: boolean;
  readonly isExact: boolean;
  readonly tag: string | undefined;
  readonly progress: FleetProgress;
  readonly isStopping: () => boolean;
};

/** Serves a fleet and answers what became of each municipality; only `apply` writes, one run at a time. */
export async function runFleet(run: FleetRun): Promise<FleetReport> {
  const startedAt = Date.now();
  const { fleet, suite, command } = run;
  const results = new Map<string, TownResult>();
  await (command === "apply"
    ? withLock(`${suite.stateFolder}/fleets/${fleet.name}`, () => applyFleet(run, results))
    : readFleet(run, results));
  run.progress.close();
  return buildFleetReport(fleet, {
    command,
    suite: suite.hash,
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    results: fleet.towns.map((town) => results.get(town.name) ?? toBlankResult(town, "not-started")),
  });
}

type Results = Map<string, TownResult>;

/** Looking at one town cannot harm another: all are looked at, whatever is found. */
async function readFleet(run: FleetRun, results: Results): Promise<void> {
  const { fleet, isStopping } = run;
  await runWaves([fleet.towns], { parallel: fleet.parallel, stopAfter: Infinity, isStopping }, (town) =>
    serve(run, town, results),
  );
}

async function applyFleet(run: FleetRun, results: Results): Promise<void> {
  const { fleet, suite, isStopping, withAllWaves } = run;
  const declared = new Map(
    fleet.towns.map((town) => [town.name, hashDeclared(suite.toDeployment(town.environment))] as const),
  );
  const journal = openFleetJournal(suite.stateFolder, { fleet: fleet.name, suite: suite.hash }, declared);
  for (const town of fleet.towns.filter(({ name }) => journal.isFinished(name))) {
    results.set(town.name, toBlankResult(town, "finished"));
  }
  const waves = fleet.waves.map((wave) => fleet.towns.filter((town) => town.wave === wave && !results.has(town.name)));
  const next = waves.findIndex((wave) => wave.length > 0);
  const chosen = withAllWaves ? waves : waves.slice(0, next + 1);
  const { parallel, stopAfter } = fleet;
  await runWaves(chosen, { parallel, stopAfter, isStopping }, async (town) => {
    const verdict = await serve(run, town, results);
    try {
      journal.note({ town: town.name, declared: declared.get(town.name) ?? "", outcome: verdict });
    } catch (error) {
      // The town is as it is; without the line it is only looked at once more, which costs two calls.
      run.progress.say(toFailureLine(error), town);
    }
    return verdict;
  });
}

async function serve(run: FleetRun, town: Town, results: Results): Promise<Verdict> {
  const { suite, command, progress, mode, isExact, tag, isStopping } = run;
  const allowed = run.allowed.get(town.name) ?? [];
  const onProgress: TownOptions["onProgress"] = (each) => progress.step(town, each);
  const { dailyCalls } = run.fleet;
  const options: TownOptions = { mode, allowed, isExact, dailyCalls, tag, isStopping, onProgress };
  progress.begin(town);
  const result = await listenWhile(
    (line) => progress.say(line, town),
    () =>
      serveTown(
        town,
        () => suite.toDeployment(town.environment),
        (deployment, note) => works[command](deployment, note, options),
      ),
  );
  results.set(town.name, result);
  progress.end(town, result);
  return verdicts[result.outcome];
}

const works = { plan: planTown, apply: applyTown, status: readTownStatus };

const verdicts: Readonly<Record<TownOutcome, Verdict>> = {
  applied: "done",
  same: "done",
  finished: "done",
  changes: "done",
  drift: "done",
  consent: "waiting",
  quota: "waiting",
  failed: "failed",
  interrupted: "interrupted",
  "not-started": "interrupted",
};
