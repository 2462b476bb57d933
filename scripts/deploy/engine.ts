import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import { defineMessages } from "../../domain/message.ts";
import { SuiteError } from "../../domain/suite-error.ts";
import type { PackedPlugin } from "../build/pack-plugin.ts";
import { say } from "../cli/say.ts";
import { applyPlan, type Progress } from "./apply/apply-plan.ts";
import { refuseUnlessAllowed } from "./apply/refuse-unless-allowed.ts";
import { settleSuite } from "./apply/settle.ts";
import { waitForDeploy } from "./apply/wait-for-deploy.ts";
import type { ReleaseMark } from "./app-stamp.ts";
import { backupColumns } from "./backup/backup-columns.ts";
import { toFileTime } from "./backup/file-time.ts";
import type { KintoneClient } from "./client/kintone-client.ts";
import { createKintoneClient } from "./client/kintone-client.ts";
import { buildDesiredSuite } from "./desired/build-desired-suite.ts";
import type { Environment } from "./environment.ts";
import { countHeld } from "./observe/count-held.ts";
import type { FoundApp } from "./observe/find-apps.ts";
import { findApps } from "./observe/find-apps.ts";
import type { Check } from "./observe/observe-suite.ts";
import { proveRevisions } from "./observe/prove-revisions.ts";
import { findMissingPrincipals } from "./observe/observe-domain.ts";
import { hashKeys, hashPrincipals, observeSuite, wantedKeys } from "./observe/observe-suite.ts";
import type { DesiredRecords, DesiredSuite } from "./plan/desired-suite.ts";
import { listUsedPrincipals } from "./plan/list-used-principals.ts";
import type { ObservedApp, ObservedSuite } from "./plan/observed-suite.ts";
import { appPlaceholder } from "./plan/placeholder.ts";
import { planSuite } from "./plan/plan-suite.ts";
import type { DeployMode, Plan } from "./plan/plan.ts";
import { openJournal } from "./state/journal.ts";
import { withLock } from "./state/lock.ts";
import type { StateFile } from "./state/state-file.ts";

const messages = defineMessages({
  backedUp: {
    ja: "消える項目の値を控えました({records}件): {file}。戻すときは npm run deploy -- restore --env {name} --file {file}",
    en: "Saved the values of the fields that go ({records} records): {file}. To bring them back: npm run deploy -- restore --env {name} --file {file}",
  },
});

/** Everything that one run is about. */
export type Deployment = {
  readonly environment: Environment;
  readonly apps: readonly AppSchema[];
  readonly plugins: readonly PackedPlugin[];
  readonly records: readonly DesiredRecords[];
  /** Empty where no sample is wanted. */
  readonly sample: readonly DesiredRecords[];
  readonly state: StateFile;
};

export type PlanOptions = {
  /** `merge` when it is not said. */
  readonly mode?: DeployMode;
  /** Codes of consents that are given by name. */
  readonly allowed?: readonly string[];
  /** `stamp` when it is not said; `apply` may ask for `trust`, which falls back to `stamp` where nothing would be written. */
  readonly check?: Check;
};

export type PlannedSuite = {
  readonly plan: Plan;
  readonly observed: ObservedSuite;
  readonly desired: DesiredSuite;
  /** How the plan came to be, so that it can be made again when the domain turns out to have moved. */
  readonly options: PlanOptions;
  /** Requests that planning took. */
  readonly calls: number;
};

/** Reads the domain and plans; makes no write. */
export async function planDeployment(deployment: Deployment, options: PlanOptions = {}): Promise<PlannedSuite> {
  const client = createKintoneClient(deployment.environment);
  const trusted = options.check === "trust" ? await planOnTrust(deployment, client, options) : null;
  return (
    trusted ?? planByLooking(deployment, client, { ...options, check: options.check === "exact" ? "exact" : "stamp" })
  );
}

async function planByLooking(
  deployment: Deployment,
  client: KintoneClient,
  options: PlanOptions & { readonly check: Check },
): Promise<PlannedSuite> {
  const { state } = deployment;
  const journal = openJournal(state.folder);
  await waitForPending(client, journal.pendingDeploy());
  const { desired, observed } = await look({ deployment, client, check: options.check });
  const rules = { mode: options.mode ?? "merge", allowed: new Set(options.allowed) };
  const plan = planSuite(desired, observed, rules);
  const missingPrincipals = await findMissing({ client, state, desired }, plan);
  const peopled = missingPrincipals.size === 0 ? observed : { ...observed, missingPrincipals };
  const counted = plan.consents.length === 0 ? peopled : await withCounts(client, peopled, plan);
  return {
    plan: counted === observed ? plan : planSuite(desired, counted, rules),
    observed: counted,
    desired,
    options,
    calls: client.callCount(),
  };
}

type Asking = { readonly client: KintoneClient; readonly state: StateFile; readonly desired: DesiredSuite };

/** Asks for everyone when the environment's people changed, and otherwise for those whom the plan's writes name: people may have left. */
async function findMissing({ client, state, desired }: Asking, plan: Plan): Promise<Set<string>> {
  const hash = hashPrincipals(desired);
  const isKnown = state.settledPart("principals") === hash;
  const missing = await findMissingPrincipals(client, isKnown ? listUsedPrincipals(plan, desired) : desired.principals);
  if (missing.size === 0 && !isKnown) {
    state.settle({ principals: hash });
  }
  return missing;
}

/** A run that was cut off may have left a deploy on its way; until it ended nothing can be read for sure. */
async function waitForPending(client: KintoneClient, apps: readonly string[]): Promise<void> {
  try {
    await (apps.length === 0 ? undefined : waitForDeploy(client, apps));
  } catch (error) {
    // A deploy that failed changed nothing; what is there now is planned anew.
    if (!(error instanceof SuiteError) || (error.code !== "deploy-failed" && error.code !== "not-found")) {
      throw error;
    }
  }
}

type LookAt = {
  readonly deployment: Deployment;
  readonly client: KintoneClient;
  readonly check: Check;
  /** Also where it was loaded and is not wanted again. */
  readonly withSample?: boolean;
};

async function look({ deployment, client, check, withSample = false }: LookAt) {
  const { environment, apps, state } = deployment;
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  const proven = check === "exact" ? await proveRevisions(client, state, [...names.keys()]) : new Map<AppKey, string>();
  // Every app is where the state says, and as the state says: no list of apps has to be asked for.
  const found =
    proven.size === names.size
      ? new Map([...proven].map(([key, id]) => [key, { id, listed: null }]))
      : await findApps(client, { state, names, pinned: environment.apps });
  const desired = desire(deployment, found, withSample);
  const journal = openJournal(state.folder);
  const { username } = environment;
  const at = { client, username, state, journal, check, proven: new Set(proven.values()) };
  return { desired, observed: await observeSuite(at, desired, found) };
}

/**
 * Plans without asking the domain, from what the last run left: each settings write names the revision it builds on, so kintone itself
 * refuses when anybody changed the app since. Only for plain changes; null where there is anything else to do, or nothing.
 */
async function planOnTrust(
  deployment: Deployment,
  client: KintoneClient,
  options: PlanOptions,
): Promise<PlannedSuite | null> {
  const { state, apps } = deployment;
  const found = new Map<AppKey, FoundApp>();
  for (const { key } of apps) {
    const id = state.appId(key);
    if (id === undefined || state.settledApp(key, id) === undefined || state.hasDraft(key, id)) {
      return null;
    }
    found.set(key, { id, listed: null });
  }
  if (openJournal(state.folder).pendingDeploy().length > 0) {
    return null;
  }
  const isSure = (desired: DesiredSuite): boolean =>
    state.settledPart("principals") === hashPrincipals(desired) &&
    desired.records.every(({ kind }) => kind === "records") &&
    desired.apps.every(
      (app) =>
        state.settledPart(`records:${app.key}`) ===
        hashKeys(found.get(app.key)?.id ?? "", wantedKeys(app, desired, "records")),
    );
  const { environment } = deployment;
  const desired = desire(deployment, found);
  if (!isSure(desired)) {
    return null;
  }
  const journal = openJournal(state.folder);
  const at = {
    client,
    username: environment.username,
    state,
    journal,
    check: "trust",
    proven: new Set<string>(),
  } as const;
  const observed = await observeSuite(at, desired, found);
  const plan = planSuite(desired, observed, { mode: options.mode ?? "merge", allowed: new Set(options.allowed) });
  const isPlain =
    client.callCount() === 0 &&
    plan.steps.length > 0 &&
    plan.steps.every(({ app, area }) => app !== null || area === "deploy") &&
    plan.consents.length + plan.backups.length + plan.hazards.filter(({ level }) => level === "stop").length === 0;
  if (!isPlain || (await findMissing({ client, state, desired }, plan)).size > 0) {
    return null;
  }
  return { plan, observed, desired, options, calls: client.callCount() };
}

/** What would be lost is counted once it is known what that is. */
async function withCounts(client: KintoneClient, observed: ObservedSuite, plan: Plan): Promise<ObservedSuite> {
  const apps = new Map<AppKey, ObservedApp>();
  for (const [key, app] of observed.apps) {
    const names = plan.consents
      .filter((consent) => consent.app === key && consent.kind !== "delete-item")
      .map(({ code }) => code.slice(key.length + 1));
    const isCounted = names.length > 0 && app.liveRevision !== null;
    apps.set(key, isCounted ? { ...app, held: await countHeld(client, app, names) } : app);
  }
  return { ...observed, apps };
}

/** What the domain is now, as far as this deployment declares it, every area read. */
export async function observeDeployment(deployment: Deployment): Promise<ObservedSuite> {
  const client = createKintoneClient(deployment.environment);
  return (await look({ deployment, client, check: "exact", withSample: true })).observed;
}

/** What is declared, with the ids of the apps that are there. */
function desire(deployment: Deployment, found: ReadonlyMap<AppKey, FoundApp>, withSample = false): DesiredSuite {
  const { environment, apps, plugins, state, sample } = deployment;
  const isWanted = withSample || !isSampleSettled(state, found.get("action")?.id);
  const records = [...deployment.records, ...(isWanted ? sample : [])];
  const resolveApp = (key: AppKey): string => found.get(key)?.id ?? appPlaceholder(key);
  return buildDesiredSuite({ environment, apps, plugins, records }, resolveApp);
}

/** Once loaded, what staff did with the sample stays: a sample record that somebody deleted does not come back by itself. */
function isSampleSettled(state: StateFile, actionId: string | undefined): boolean {
  return state.sample() !== undefined && actionId !== undefined && actionId === state.appId("action");
}

export type ApplyReport = {
  readonly calls: number;
  readonly backups: readonly { readonly app: AppKey; readonly file: string; readonly records: number }[];
};

type ApplyOptions = {
  readonly onProgress: (progress: Progress) => void;
  readonly release: Pick<ReleaseMark, "tag" | "at">;
};

/** Applies a plan that was just made from this deployment; nothing else is sent, and nothing at all where the plan is empty. */
export async function applyDeployment(
  deployment: Deployment,
  planned: PlannedSuite,
  onProgress: (progress: Progress) => void,
  release: ApplyOptions["release"] = toUnnamed(new Date()),
): Promise<ApplyReport> {
  const { state, sample } = deployment;
  refuseUnlessAllowed(planned.plan);
  const report =
    planned.plan.steps.length === 0
      ? { calls: planned.calls, backups: [] }
      : await withLock(state.folder, () => applyLocked(deployment, planned, { onProgress, release }));
  if (planned.plan.steps.length === 0) {
    rememberIds(deployment, planned);
  }
  if (sample.length > 0 && state.sample() === undefined) {
    state.saveSample("loaded");
  }
  return report;
}

function rememberIds({ state }: Deployment, { observed }: PlannedSuite): void {
  if (!isSampleSettled(state, observed.apps.get("action")?.id)) {
    state.forgetSample();
  }
  for (const [key, { id, isOwnDraft }] of observed.apps) {
    state.saveApp(key, { id, hasDraft: isOwnDraft || state.hasDraft(key, id) });
  }
}

async function applyLocked(
  deployment: Deployment,
  planned: PlannedSuite,
  { onProgress, release }: ApplyOptions,
): Promise<ApplyReport> {
  const { environment, state } = deployment;
  const { plan, observed, desired } = planned;
  const client = createKintoneClient(environment);
  const journal = openJournal(state.folder);
  rememberIds(deployment, planned);
  const backups = await backUp(deployment, client, plan);
  const run = journal.start(environment.name);
  const apps = new Map([...observed.apps].map(([key, app]) => [key, app.id]));
  try {
    const applied = await applyPlan(plan, { client, state, run, apps, release: renderMark(release), onProgress });
    settleSuite({ state, desired, observed }, applied);
    run.end("done", "");
  } catch (error) {
    run.end("failed", error instanceof Error ? error.message : String(error));
    throw await explainConflict(deployment, planned, error);
  }
  return { calls: planned.calls + client.callCount(), backups };
}

function toUnnamed(now: Date): ApplyOptions["release"] {
  return { tag: toFileTime(now), at: now.toISOString() };
}

function renderMark({ tag, at }: ApplyOptions["release"]): string {
  return `${tag} ${at.replace(/\.\d+Z$/u, "Z")}`;
}

async function backUp({ environment, state, apps }: Deployment, client: KintoneClient, plan: Plan) {
  const backups: ApplyReport["backups"][number][] = [];
  for (const { app, appId, fields } of plan.backups) {
    const suite = apps.find(({ key }) => key === app);
    const place = { folder: `${state.folder}/backup`, ...(suite === undefined ? {} : { suite }) };
    const { file, records } = await backupColumns({ client, appId, fields, ...place });
    say(messages.backedUp, { file, records, name: environment.name });
    backups.push({ app, file, records });
  }
  return backups;
}

/** A refused revision says only that somebody wrote; a look at the domain tells who and where. */
async function explainConflict(deployment: Deployment, { options }: PlannedSuite, error: unknown): Promise<unknown> {
  if (!(error instanceof SuiteError) || error.code !== "conflict") {
    return error;
  }
  try {
    const { plan } = await planByLooking(deployment, createKintoneClient(deployment.environment), {
      ...options,
      check: "exact",
    });
    refuseUnlessAllowed(plan);
  } catch (reason) {
    return reason instanceof SuiteError ? withReason(error, reason) : reason;
  }
  return error;
}

/** How far the run came stands before its reason, and stays so before a better one. */
function withReason({ message, cause }: SuiteError, reason: SuiteError): SuiteError {
  const before =
    cause instanceof SuiteError && message.endsWith(cause.message) ? message.slice(0, -cause.message.length) : "";
  return new SuiteError(reason.code, `${before}${reason.message}`, { cause: reason, details: reason.details });
}
