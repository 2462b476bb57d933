import type { Deployment, PlannedSuite } from "../engine.ts";
import { hashApps } from "../desired/build-desired-suite.ts";
import { hashDeclared, listReleases } from "./release-store.ts";

/** Changes of which the mark in the domain does not tell whether they are new in the declarations. */
const untold: ReadonlySet<string> = new Set(["customize", "plugin", "principals", "deploy"]);

/**
 * Whether every planned change undoes what was done by hand, because the declarations are those of the last release: as this machine
 * remembers it, or as the domain does where it was applied from elsewhere or the records of this machine are lost. null = nobody knows.
 */
export function findDrift(
  deployment: Deployment,
  { plan, observed }: Pick<PlannedSuite, "plan" | "observed">,
): boolean | null {
  const changes = plan.steps.filter(({ area }) => area !== "records" && area !== "sample");
  const [newest] = listReleases(deployment.state.folder);
  const mark = observed.release ?? null;
  if (newest !== undefined && (mark === null || Date.parse(newest.at) >= Date.parse(mark.at))) {
    return newest.declared === hashDeclared(deployment) && changes.length > 0;
  }
  // An app that is not live yet was left by a run that did not end.
  const isWhole = deployment.apps.every(({ key }) => (observed.apps.get(key)?.liveRevision ?? null) !== null);
  return mark === null
    ? null
    : isWhole && mark.declared === hashApps(deployment) && changes.some(({ area }) => !untold.has(area));
}
