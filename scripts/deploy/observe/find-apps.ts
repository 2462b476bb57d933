import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../../domain/message.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { createFailure } from "../../cli/failure.ts";
import { parseStamp, stampOf } from "../app-stamp.ts";
import type { Json } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { findOrphan } from "./find-orphan.ts";
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

/** The domain's apps of the suite by key. Ambiguity is refused, never guessed. */
export async function findApps(
  client: KintoneClient,
  state: StateFile,
  names: ReadonlyMap<AppKey, string>,
): Promise<Map<AppKey, string>> {
  const known = knownAppIds(state);
  const stamped = known.size === 0 ? [] : listStamped(await readApps(client, { ids: [...known.values()] }));
  // One call is enough when every app is where the state says; otherwise the whole domain is searched.
  const all = stamped.length >= appKeys.length ? stamped : listStamped(await readAllApps(client));
  const found = new Map<AppKey, string>();
  for (const key of appKeys) {
    const ids = all.filter((app) => app.key === key).map((app) => app.id);
    const [id] = ids;
    if (ids.length > 1) {
      throw createFailure("configuration", messages.twins, { stamp: stampOf(key), ids: ids.join("、") });
    }
    if (id !== undefined) {
      found.set(key, id);
    }
  }
  for (const [key, id] of known) {
    if (!found.has(key) && (await isHalfCreated(client, id, key))) {
      found.set(key, id);
    }
  }
  const lost = state.creating();
  const name = lost === undefined ? undefined : names.get(lost);
  if (lost !== undefined && name !== undefined && !found.has(lost)) {
    const orphan = await findOrphan(client, name, [...found.values()]);
    if (orphan !== null) {
      found.set(lost, orphan);
    }
  }
  return found;
}

type Stamped = { readonly id: string; readonly key: AppKey };

function listStamped(apps: readonly Json[]): Stamped[] {
  return apps.flatMap((app) => {
    const key = parseStamp(textOf(memberOf(app, "description")));
    return key === null ? [] : [{ id: textOf(memberOf(app, "appId")), key }];
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
  try {
    const settings = await client.read("/k/v1/preview/app/settings.json", { app: id });
    const stamp = parseStamp(textOf(memberOf(settings, "description")));
    // Without any stamp it was created just before the run ended; the state names it only for that reason.
    return stamp === key || (stamp === null && (await isNeverDeployed(client, id)));
  } catch (error) {
    if (error instanceof SuiteError && (error.code === "not-found" || error.code === "forbidden")) {
      return false;
    }
    throw error;
  }
}

async function isNeverDeployed(client: KintoneClient, id: string): Promise<boolean> {
  return (await readLiveRevision(client, id)) === null;
}
