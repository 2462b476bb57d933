import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { AreaDescriptor } from "../areas/area.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { DesiredApp, DesiredRecords, DesiredSuite } from "../plan/desired-suite.ts";
import type { ObservedApp, ObservedSuite } from "../plan/observed-suite.ts";
import { listDeclaredAreas } from "../plan/plan-suite.ts";
import type { Journal } from "../state/journal.ts";
import { hashOf, loadSnapshot, saveSnapshot } from "../state/snapshot.ts";
import type { StateFile } from "../state/state-file.ts";
import type { FoundApp } from "./find-apps.ts";
import { findWrite } from "./find-write.ts";
import { isSettled } from "./is-settled.ts";
import { mapLimited } from "./map-limited.ts";
import { listDraftAreas, readArea, readSettings } from "./observe-app.ts";
import { observePlugins } from "./observe-domain.ts";
import type { WantedKeys } from "./read-record-keys.ts";
import { readRecordKeys } from "./read-record-keys.ts";

/**
 * How much a look at the domain proves. `stamp`: nothing was deployed since our last run (one call for all apps). `exact`: nothing was
 * even prepared (one call for each app). `trust`: nothing is asked; the writes themselves name the revision they build on.
 */
export type Check = "stamp" | "exact" | "trust";

export type Look = {
  readonly client: KintoneClient;
  readonly username: string;
  readonly state: StateFile;
  readonly journal: Pick<Journal, "ownDraft">;
  readonly check: Check;
  /** Ids of apps whose prepared settings were just seen to be at the revision of the state (`exact`). */
  readonly proven: ReadonlySet<string>;
};

const appsAtOnce = 4;

/** What the domain is now, as far as the suite declares it; makes no write. */
export async function observeSuite(
  look: Look,
  desired: DesiredSuite,
  found: ReadonlyMap<AppKey, FoundApp>,
): Promise<ObservedSuite> {
  const { client, state, check } = look;
  const present = desired.apps.flatMap((app) => {
    const at = found.get(app.key);
    return at === undefined ? [] : [{ app, at }];
  });
  const isListed = present.some(({ at }) => at.listed !== null);
  const [apps, plugins] = await Promise.all([
    mapLimited(
      present,
      appsAtOnce,
      async ({ app, at }) => [app.key, await observeApp(look, { app, at, desired })] as const,
    ),
    check === "trust"
      ? new Map(Object.entries(state.plugins()).map(([id, plugin]) => [id, { id, ...plugin }]))
      : observePlugins(
          client,
          desired.plugins.map(({ id }) => id),
        ),
  ]);
  const releases = [...found.values()].flatMap(({ listed }) => listed?.release ?? []);
  const [release = null] = releases.toSorted((left, right) => (left.at < right.at ? 1 : -1));
  return { apps: new Map(apps), plugins, missingPrincipals: new Set(), ...(isListed ? { release } : {}) };
}

export function hashPrincipals({ baseUrl, isLocal, principals }: DesiredSuite): string {
  return hashOf([isLocal ? "local" : baseUrl, principals]);
}

type Target = { readonly app: DesiredApp; readonly at: FoundApp; readonly desired: DesiredSuite };

async function observeApp(look: Look, { app, at, desired }: Target): Promise<ObservedApp> {
  const areas = listDeclaredAreas(app);
  const known = await recallApp(look, { app, at, areas });
  const settings = known ?? (await readApp(look, { app, at, areas }));
  if (settings.liveRevision === null) {
    return { ...settings, recordKeys: new Set() };
  }
  // The sample is wanted only until it was loaded once, so it is always asked for.
  const [plan, sample] = [wantedKeys(app, desired, "records"), wantedKeys(app, desired, "sample")];
  const part = `records:${app.key}`;
  const isLoaded = known !== null && look.state.settledPart(part) === hashKeys(at.id, plan);
  const asked = { ...plan, keys: [...(isLoaded ? [] : plan.keys), ...sample.keys] };
  const found = asked.keys.length === 0 ? new Set<string>() : await readRecordKeys(look.client, at.id, asked);
  if (found === null || isLoaded) {
    return { ...settings, recordKeys: found === null ? null : new Set([...plan.keys, ...found]) };
  }
  if (plan.keys.every((key) => found.has(key))) {
    look.state.settle({ [part]: hashKeys(at.id, plan) });
  }
  return { ...settings, recordKeys: found };
}

type AppAreas = Pick<Target, "app" | "at"> & { readonly areas: readonly AreaDescriptor[] };

/** The app as it was last seen, where the check says that it still is. */
async function recallApp({ client, state, check, username, proven }: Look, { app, at, areas }: AppAreas) {
  const settled = state.settledApp(app.key, at.id);
  const snapshot =
    settled === undefined ? null : loadSnapshot(state.folder, app.key, { id: at.id, revision: settled.revision });
  if (settled === undefined || snapshot === null) {
    return null;
  }
  const isSame =
    check === "trust" || proven.has(at.id) || (check === "stamp" && isSettled(settled, at.listed, username));
  if (!isSame) {
    return null;
  }
  if (at.listed !== null && settled.modifiedAt !== at.listed.modifiedAt) {
    state.settleApp(app.key, at.id, { ...settled, modifiedAt: at.listed.modifiedAt });
  }
  const fresh = areas.filter(({ area }) => snapshot.areas[area] === undefined);
  const read = await Promise.all(fresh.map((area) => readArea(client, { app: at.id, area, from: "preview/" })));
  if (read.some(({ revision }) => revision !== snapshot.revision)) {
    return null;
  }
  const { id, revision, creator } = snapshot;
  const added = Object.fromEntries(read.map(({ area, body }) => [area, body]));
  return { id, revision, liveRevision: revision, creator, areas: { ...snapshot.areas, ...added }, isOwnDraft: false };
}

/** The app as it is, read whole; where nobody prepares anything, it need not be read again. */
async function readApp(
  { client, state, journal }: Look,
  { app, at, areas }: AppAreas,
): Promise<Omit<ObservedApp, "recordKeys">> {
  const settings = await readSettings(client, at.id, areas);
  const { revision, liveRevision } = settings;
  const isOwnDraft =
    liveRevision === null
      ? state.hasDraft(app.key, at.id) || at.isOrphan === true
      : liveRevision !== revision && (await isOurDraft(client, journal.ownDraft(at.id), revision));
  const isForeign = liveRevision !== null && liveRevision !== revision && !isOwnDraft;
  if (liveRevision === revision && at.listed !== null) {
    const { creator, modifiedAt } = at.listed;
    saveSnapshot(state.folder, app.key, { id: at.id, revision, creator, areas: settings.areas });
    state.settleApp(app.key, at.id, { revision, modifiedAt, declared: hashOf(app.bodies) });
  }
  return {
    id: at.id,
    ...settings,
    creator: at.listed?.creator ?? null,
    ...(at.listed === null ? {} : { modifier: at.listed.modifier }),
    isOwnDraft,
    ...(isForeign ? { draftAreas: await listDraftAreas(client, at.id, settings.areas) } : {}),
  };
}

/** What a run of ours left, or one write ahead of it whose answer never came and that is found there. */
async function isOurDraft(client: KintoneClient, own: ReturnType<Journal["ownDraft"]>, now: string): Promise<boolean> {
  if (own === undefined || own.pending === null || own.revision === now) {
    return own?.revision === now;
  }
  return Number(now) === Number(own.revision) + 1 && (await findWrite(client, own.pending))?.isThere === true;
}

export function wantedKeys(app: DesiredApp, { records }: DesiredSuite, kind: DesiredRecords["kind"]): WantedKeys {
  const own = records.filter((each) => each.app === app.key && each.kind === kind);
  const keys = own.flatMap((each) => each.records.map(({ key }) => key));
  return { keyField: app.keyField, keys };
}

export function hashKeys(id: string, { keyField, keys }: WantedKeys): string {
  return hashOf([id, keyField, keys]);
}
