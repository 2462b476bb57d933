import type { Deployment, PlannedSuite } from "../engine.ts";
import { findDrift } from "../release/find-drift.ts";
import type { Report, SavedBackup } from "./report.ts";
import { exitCodeOf } from "./report.ts";

type Planned = {
  readonly deployment: Deployment;
  readonly planned: Pick<PlannedSuite, "plan" | "observed">;
  readonly target: string | null;
};

/** The report of a plan, before anything is applied. */
export function buildReport(command: Report["command"], { deployment, planned, target }: Planned): Report {
  const { plan } = planned;
  const { name, label, baseUrl } = deployment.environment;
  const isDrift = target === null ? findDrift(deployment, planned) : null;
  return {
    kind: "machi-dx-report",
    format: 1,
    command,
    environment: { name, label, baseUrl },
    exitCode: exitCodeOf(plan, isDrift === true),
    isDrift,
    failure: null,
    plan,
    apply: null,
    backups: null,
    release: null,
    target,
  };
}

/** A backup with the line that brings it back. */
export function toSavedBackup(environment: string, { file, records }: { file: string; records: number }): SavedBackup {
  return { file, records, restore: `npm run deploy -- restore --env ${environment} ${file}` };
}
