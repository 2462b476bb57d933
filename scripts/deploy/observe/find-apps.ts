import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import type { ReleaseMark } from "../app-stamp.ts";
import { parseStamp, stampOf } from "../app-stamp.ts";
import type { Json } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { findOrphan, readPreview } from "./find-orphan.ts";
import { readLiveRevision } from "./read-live-revision.ts";
import type { StateFile } from "../state/state-file.ts";
import { knownAppIds } from "../state/state-file.ts";

const messages = defineMessages({
  twins: {
    ja: "同じ目印 {stamp} のアプリが複数あります(ID {ids})。どれを使うか決められないため止めました。使わないアプリの説明から目印を消して、もう一度実行してください。",
    en: "Several apps carry the mark {stamp} (ids {ids}). Remove the mark from the description of those not in use, then run again.",
  },
});

const pageSize = 100;

export type FoundApp = {
  readonly id: string;
  /** As apps.json lists it; null while the app was never deployed. */
  readonly listed: {
    readonly modifiedAt: string;
    readonly modifier: string;
    readonly creator: string;
    /** The release that its stamp tells of. */
    readonly release: ReleaseMark | null;
  } | null;
  /** Its creation was ours and its answer was lost. */
  readonly isOrphan?: boolean;
};

type Search = {
  readonly state: StateFile;
  /** Declared names, to recognise an app whose creation was cut off. */
  readonly names: ReadonlyMap<AppKey, string>;
  /** Ids that the environment gives by hand, for apps that were there before the suite. */
  readonly pinned: Readonly<Partial<Record<AppKey, string>>>;
};

/** The domain's apps of the suite by key. Ambiguity is refused, never guessed. */
export async function findApps(client: KintoneClient, search: Search): Promise<Map<AppKey, FoundApp>> {
  const { state, names, pinned } = search;
  const known = new Map([...knownAppIds(state)].filter(([key]) => names.has(key)));
  for (const [key, id] of Object.entries(pinned)) {
    appKeys.filter((each) => each === key).forEach((each) => known.set(each, id));
  }
  /** Pinned by hand; or where the state says, by the name that is declared: somebody only took the stamp out of the description. */
  const keyOf: KeyOf = (id, name) =>
    appKeys.find((key) => pinned[key] === id) ??
    [...known].find(([key, each]) => each === id && names.get(key) === name)?.[0] ??
    null;
  const listed = known.size === 0 ? [] : listApps(await readApps(client, { ids: [...known.values()] }), keyOf);
  // One call is enough when every app is where the state says; otherwise the whole domain is searched.
  const all = listed.length >= names.size ? listed : listApps(await readAllApps(client), keyOf);
  const found = new Map<AppKey, FoundApp>();
  for (const key of names.keys()) {
    const same = all.filter((app) => app.key === key);
    const [app] = same;
    if (same.length > 1) {
      const ids = same.map(({ id }) => id).join("、");
      throw createFailure("configuration", messages.twins, { stamp: stampOf(key), ids });
    }
    if (app !== undefined) {
      found.set(key, app);
    }
  }
  for (const [key, id] of known) {
    if (!found.has(key) && (await isHalfCreated(client, id, key))) {
      found.set(key, { id, listed: null });
    }
  }
  const lost = state.creating();
  const name = lost === undefined ? undefined : names.get(lost);
  if (lost !== undefined && name !== undefined && !found.has(lost)) {
    const orphan = await findOrphan(
      client,
      name,
      [...found.values()].map(({ id }) => id),
    );
    if (orphan !== null) {
      found.set(lost, { id: orphan, listed: null, isOrphan: true });
    }
  }
  return found;
}

type KeyOf = (id: string, name: string) => AppKey | null;

function listApps(apps: readonly Json[], keyOf: KeyOf): (FoundApp & { readonly key: AppKey })[] {
  return apps.flatMap((app) => {
    const id = textOf(memberOf(app, "appId"));
    const stamp = parseStamp(textOf(memberOf(app, "description")));
    const key = keyOf(id, stamp.key === null ? textOf(memberOf(app, "name")) : "") ?? stamp.key;
    const listed = {
      modifiedAt: textOf(memberOf(app, "modifiedAt")),
      modifier: textOf(memberOf(memberOf(app, "modifier"), "code")),
      creator: textOf(memberOf(memberOf(app, "creator"), "code")),
      release: stamp.release,
    };
    return key === null ? [] : [{ key, id, listed }];
  });
}

async function readApps(client: KintoneClient, params: { ids?: string[]; offset?: number }): Promise<readonly Json[]> {
  return listOf(memberOf(await client.read("/k/v1/apps.json", { ...params, limit: pageSize }), "apps"));
}

async function readAllApps(client: KintoneClient): Promise<Json[]> {
  const apps: Json[] = [];
  for (;;) {
    const page = await readApps(client, { offset: apps.length });
    apps.push(...page);
    if (page.length < pageSize) {
      return apps;
    }
  }
}

/** An app that was never deployed exists only in the preview; its id is in the state since the moment it was created. */
async function isHalfCreated(client: KintoneClient, id: string, key: AppKey): Promise<boolean> {
  const settings = await readPreview(client, id);
  const stamp = parseStamp(textOf(memberOf(settings, "description"))).key;
  // Without any stamp it was created just before the run ended; the state names it only for that reason.
  const isNameless = settings !== null && stamp === null;
  return stamp === key || (isNameless && (await readLiveRevision(client, id)) === null);
}
