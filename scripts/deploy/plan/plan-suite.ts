import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { textOf as sayText } from "../../cli/say.ts";
import { customizeArea } from "../areas/customize.ts";
import { allAreas, earlierAreas, laterAreas } from "../areas/areas.ts";
import { passOf } from "../areas/fields.ts";
import { settingsArea } from "../areas/settings.ts";
import { memberOf, textOf } from "../client/json.ts";
import { areaNames } from "./area-names.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import type { ObservedApp, ObservedSuite } from "./observed-suite.ts";
import { planArea } from "./plan-area.ts";
import { listBlockingApps, planFieldConsents, planFieldDeletions } from "./plan-deletions.ts";
import { declaredFields, lacksFields, planFields } from "./plan-fields.ts";
import { planMessages } from "./plan-messages.ts";
import { planPermissions } from "./plan-permissions.ts";
import { planManualPluginSteps, planPlugins } from "./plan-plugins.ts";
import { planRecords } from "./plan-records.ts";
import { planReleaseMark } from "./plan-release-mark.ts";
import type { PlanRules } from "./plan-rules.ts";
import type { Plan } from "./plan.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addHazard, addStep, appIdIn, createSuiteDraft, finishPlan, nextRevision, observedApp } from "./suite-draft.ts";

/**
 * The exact writes that bring a domain from what was observed to what is declared, in order. Pure: the same values give the same plan.
 * Only `mirror` deletes, and each deletion is a consent of its own.
 */
export function planSuite(desired: DesiredSuite, observed: ObservedSuite, rules?: PlanRules): Plan {
  const draft = createSuiteDraft(observed, rules);
  const { apps } = desired;
  planPrincipals(draft, desired);
  planPlugins(draft, desired);
  apps.forEach((app) => planCreation(draft, app));
  planPermissions(draft, desired);
  apps.forEach((app) => planFieldConsents(draft, app));
  apps.forEach((app) => planFieldDeletions(draft, app, "referring"));
  apps.forEach((app) => planFields(draft, app, "plain"));
  const early = apps.filter((app) => planEarlySettings(draft, app));
  planFirstDeploy(draft, desired);
  apps.forEach((app) => planFields(draft, app, "lookups"));
  planLookupDeploy(draft, desired);
  apps.forEach((app) => planFields(draft, app, "related"));
  const blocking = listBlockingApps(draft, desired).filter(({ key }) => draft.dirty.has(key));
  planDeployOf(draft, blocking, "deployBeforeDelete");
  for (const app of apps) {
    earlierAreas.forEach((area) => planArea(draft, app, area));
    planFieldDeletions(draft, app, "plain");
    const areas = laterAreas.filter((area) => area !== settingsArea || !early.includes(app));
    areas.forEach((area) => planArea(draft, app, area));
    planManualPluginSteps(draft, app, desired);
  }
  apps.forEach((app) => planArea(draft, app, customizeArea));
  planReleaseMark(draft, desired);
  planDeploy(draft, desired);
  apps.forEach((app) => findForeignDraft(draft, app));
  planRecords(draft, desired);
  return finishPlan(draft, desired.environment);
}

/** Only the records of `desired`, for apps that are there. */
export function planRecordsOnly(desired: DesiredSuite, observed: ObservedSuite): Plan {
  const draft = createSuiteDraft(observed);
  planRecords(draft, desired);
  return finishPlan({ ...draft, hazards: [] }, desired.environment);
}

/** Areas of which an app declares something; only these are read. */
export function listDeclaredAreas(app: DesiredApp): readonly (typeof allAreas)[number][] {
  return allAreas.filter(({ area }) => app.bodies[area] !== undefined);
}

/** Groups that a process names must exist before it. Only the local platform gets them from us. */
function planPrincipals(draft: SuiteDraft, desired: DesiredSuite): void {
  const missing = desired.principals.filter(({ type, code }) =>
    draft.observed.missingPrincipals.has(`${type}:${code}`),
  );
  const creatable = desired.isLocal ? missing.filter(({ type }) => type === "GROUP") : [];
  const isOne = (name: string): boolean => desired.principals.filter((each) => each.name === name).length === 1;
  // Two roles may share a group, and a role may have several: each is made once, under a name of its own.
  const groups = [...new Map(creatable.map((each) => [each.code, each])).values()].map(({ code, name }) => ({
    code,
    name: isOne(name) ? name : `${name} ${code}`,
  }));
  addStep(
    draft,
    { app: null, area: "principals" },
    { message: planMessages.groups, params: { names: groups.map(({ name }) => name).join("・") } },
    { requests: groups.length === 0 ? [] : [{ method: "POST", path: "/v1/groups.json", body: { groups } }] },
  );
  const absent = missing.filter((principal) => !creatable.includes(principal));
  if (absent.length > 0) {
    const names = absent.map(({ type, code, name }) => `${name}(${type} ${code})`).join("、");
    const text = { code: "missing-principal", message: planMessages.missingPrincipal, params: { names } } as const;
    addHazard(draft, "stop", null, text);
  }
}

/** Plans the creation of an app; a run that ends before its answer is stored finds it again by its name. */
function planCreation(draft: SuiteDraft, app: DesiredApp): void {
  if (observedApp(draft, app.key) === undefined) {
    const create = {
      method: "POST" as const,
      path: "/k/v1/preview/app.json",
      body: { name: app.name, ...app.place },
      keep: { [`app:${app.key}`]: "app", [`revision:${app.key}`]: "revision" },
    };
    addStep(draft, { app, area: "app" }, { message: planMessages.createApp }, { requests: [create] });
  }
}

/**
 * The description carries the stamp by which an app is known, so it is there before the app first becomes live; the title field has to
 * be among the fields that are there by then. Answers whether that was all of the settings.
 */
function planEarlySettings(draft: SuiteDraft, app: DesiredApp): boolean {
  const { settings } = app.bodies;
  if (settings === undefined || (observedApp(draft, app.key)?.liveRevision ?? null) !== null) {
    return false;
  }
  const title = declaredFields(app)[textOf(memberOf(settings["titleField"], "code"))];
  const isWhole = title === undefined || passOf(title) === "plain";
  const { titleField: _titleField, ...withoutTitle } = settings;
  planArea(draft, isWhole ? app : { ...app, bodies: { settings: withoutTitle } }, settingsArea);
  return isWhole;
}

/** Deploying would publish somebody else's half-finished work; where this plan deploys nothing it is only worth knowing. */
function findForeignDraft(draft: SuiteDraft, app: DesiredApp): void {
  const present = observedApp(draft, app.key);
  if (present !== undefined && !isOurs(present) && present.liveRevision !== present.revision) {
    const isDeployed = draft.deployed.has(app.key);
    const areas = (present.draftAreas ?? []).map((area) => sayText(areaNames[area])).join("・");
    const params = { name: app.name, who: present.modifier ?? "?", areas: areas === "" ? "?" : areas };
    if (isDeployed) {
      addHazard(draft, "stop", app.key, { code: "foreign-draft", message: planMessages.foreignDraft, params });
    } else {
      addHazard(draft, "note", app.key, { code: "resting-draft", message: planMessages.restingDraft, params });
    }
  }
}

/** What an interrupted run of ours left: a draft that the journal knows, or an app that was never deployed. */
function isOurs(app: ObservedApp): boolean {
  return app.isOwnDraft || app.liveRevision === null;
}

/** Lookups and related records can only name live apps, so new apps are deployed once with their plain fields; cycles work too. */
function planFirstDeploy(draft: SuiteDraft, desired: DesiredSuite): void {
  const fresh = desired.apps.filter((app) => (observedApp(draft, app.key)?.liveRevision ?? null) === null);
  if (fresh.length > 0 && desired.apps.some((app) => refers(app))) {
    planDeployOf(draft, fresh, "deployNew");
  }
}

function refers(app: DesiredApp): boolean {
  return Object.values(declaredFields(app)).some((property) => passOf(property) !== "plain");
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
  const isAhead = present !== undefined && present.liveRevision !== present.revision;
  return isAhead && isOurs(present) && !draft.deployed.has(key);
}

function planDeployOf(
  draft: SuiteDraft,
  apps: readonly DesiredApp[],
  text: "deploy" | "deployNew" | "deployLookups" | "deployBeforeDelete",
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
