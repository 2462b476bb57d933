import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import type { ObservedApp, ObservedSuite } from "./observed-suite.ts";
import { planCustomize } from "./plan-customize.ts";
import { lacksFields, planFields } from "./plan-fields.ts";
import { planCreation, planGeneral } from "./plan-general.ts";
import { planLayout } from "./plan-layout.ts";
import { planMessages } from "./plan-messages.ts";
import { planAppPlugins, planPlugins } from "./plan-plugins.ts";
import { planPermissions } from "./plan-permissions.ts";
import { planProcess } from "./plan-process.ts";
import { planRecords } from "./plan-records.ts";
import { planViews } from "./plan-views.ts";
import type { Plan } from "./plan.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addHazard, addStep, appIdIn, createSuiteDraft, finishPlan, nextRevision, observedApp } from "./suite-draft.ts";

/**
 * The exact writes that bring a domain from what was observed to what is declared, in order. Pure: the same two values
 * give the same plan. Nothing that the declarations do not name is deleted.
 */
export function planSuite(desired: DesiredSuite, observed: ObservedSuite): Plan {
  const draft = createSuiteDraft(observed);
  planPrincipals(draft, desired);
  planPlugins(draft, desired);
  desired.apps.forEach((app) => planCreation(draft, app));
  planPermissions(draft, desired);
  desired.apps.forEach((app) => planFields(draft, app, "plain"));
  planFirstDeploy(draft, desired);
  desired.apps.forEach((app) => planFields(draft, app, "lookups"));
  planLookupDeploy(draft, desired);
  desired.apps.forEach((app) => planFields(draft, app, "related"));
  for (const app of desired.apps) {
    planLayout(draft, app);
    planProcess(draft, app);
    planViews(draft, app);
    planGeneral(draft, app);
    planAppPlugins(draft, app, desired.plugins);
  }
  planDeploy(draft, desired);
  desired.apps.forEach((app) => planCustomize(draft, app));
  desired.apps.forEach((app) => findForeignDraft(draft, app));
  planRecords(draft, desired);
  return finishPlan(draft, desired.environment, "merge");
}

/** Only the records of `desired`, for apps that are there. */
export function planRecordsOnly(desired: DesiredSuite, observed: ObservedSuite): Plan {
  const draft = createSuiteDraft(observed);
  planRecords(draft, desired);
  return finishPlan({ ...draft, hazards: [] }, desired.environment, "merge");
}

/** Groups that a process names must exist before it. Only the local platform gets them from us. */
function planPrincipals(draft: SuiteDraft, desired: DesiredSuite): void {
  const missing = desired.principals.filter(({ type, code }) =>
    draft.observed.missingPrincipals.has(`${type}:${code}`),
  );
  const creatable = desired.isLocal ? missing.filter(({ type }) => type === "GROUP") : [];
  const groups = creatable.map(({ code, name }) => ({ code, name }));
  addStep(
    draft,
    { app: null, area: "principals" },
    { message: planMessages.groups, params: { names: groups.map(({ name }) => name).join("・") } },
    { requests: groups.length === 0 ? [] : [{ method: "POST", path: "/v1/groups.json", body: { groups } }] },
  );
  const absent = missing.filter((principal) => !creatable.includes(principal));
  if (absent.length > 0) {
    const names = absent.map(({ type, code, name }) => `${name}(${type} ${code})`).join("、");
    addHazard(draft, "stop", null, {
      code: "missing-principal",
      message: planMessages.missingPrincipal,
      params: { names },
    });
  }
}

/** Deploying would publish somebody else's half-finished work; where this plan deploys nothing it is only worth knowing. */
function findForeignDraft(draft: SuiteDraft, app: DesiredApp): void {
  const present = observedApp(draft, app.key);
  if (present !== undefined && !isOurs(present) && present.liveRevision !== present.revision) {
    const isDeployed = draft.deployed.has(app.key);
    const message = isDeployed ? planMessages.foreignDraft : planMessages.restingDraft;
    addHazard(draft, isDeployed ? "stop" : "note", app.key, {
      code: isDeployed ? "foreign-draft" : "resting-draft",
      message,
      params: { name: app.name },
    });
  }
}

/** What an interrupted run of ours left: a draft that the state file knows, or an app that was never deployed. */
function isOurs(app: ObservedApp): boolean {
  return app.isOwnDraft || app.liveRevision === null;
}

/** Lookups and related records can only name live apps, so new apps are deployed once with their plain fields; cycles work too. */
function planFirstDeploy(draft: SuiteDraft, desired: DesiredSuite): void {
  const fresh = desired.apps.filter((app) => (observedApp(draft, app.key)?.liveRevision ?? null) === null);
  if (fresh.length > 0 && desired.apps.some((app) => Object.keys(app.referringFields).length > 0)) {
    planDeployOf(draft, fresh, "deployNew");
  }
}

/** Related records are mostly found by a lookup of the other app, which must be live by then as well. */
function planLookupDeploy(draft: SuiteDraft, desired: DesiredSuite): void {
  const withLookups = desired.apps.filter((app) => lacksFields(draft, app, "lookups"));
  if (withLookups.length > 0 && desired.apps.some((app) => lacksFields(draft, app, "related"))) {
    planDeployOf(draft, withLookups, "deployLookups");
  }
}

/** One call for all changed apps, also those that an interrupted run of ours left ahead of their live settings. */
function planDeploy(draft: SuiteDraft, desired: DesiredSuite): void {
  const changed = desired.apps.filter((app) => draft.dirty.has(app.key) || isLeftBehind(draft, app.key));
  planDeployOf(draft, changed, "deploy");
}

function isLeftBehind(draft: SuiteDraft, key: AppKey): boolean {
  const present = observedApp(draft, key);
  return present !== undefined && isOurs(present) && !draft.deployed.has(key);
}

function planDeployOf(
  draft: SuiteDraft,
  apps: readonly DesiredApp[],
  text: "deploy" | "deployNew" | "deployLookups",
): void {
  if (apps.length === 0) {
    return;
  }
  const targets = apps.map(({ key }) => ({ app: appIdIn(draft, key), revision: nextRevision(draft, key) }));
  addStep(
    draft,
    { app: null, area: "deploy" },
    { message: planMessages[text], params: { count: apps.length } },
    { requests: [{ method: "POST", path: "/k/v1/preview/app/deploy.json", body: { apps: targets } }] },
  );
  for (const { key } of apps) {
    draft.dirty.delete(key);
    draft.deployed.add(key);
  }
}
