import type { Deployment, PlannedSuite } from "../engine.ts";
import { hashDeclared, listReleases } from "../release/release-store.ts";
import type { Report, SavedBackup } from "./report.ts";
import { exitCodeOf } from "./report.ts";

type Planned = {
  readonly deployment: Deployment;
  readonly planned: Pick<PlannedSuite, "plan">;
  readonly target: string | null;
};

/** The report of a plan, before anything is applied. */
export function buildReport(command: Report["command"], { deployment, planned: { plan }, target }: Planned): Report {
  const { name, label, baseUrl } = deployment.environment;
  const [newest] = listReleases(deployment.state.folder);
  const isDrift =
    newest === undefined || target !== null
      ? null
      : newest.declared === hashDeclared(deployment) &&
        plan.steps.some(({ area }) => area !== "records" && area !== "sample");
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
