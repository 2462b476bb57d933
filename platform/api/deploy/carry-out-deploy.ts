import { renameRelatedFields } from "../../settings/rename-in-settings.ts";
import { renamedCodes } from "../../settings/update-fields.ts";
import type { AppSettings } from "../../store/app-settings.ts";
import type { Change, DeployStatus, StoredApp } from "../../store/app-store.ts";
import type { Store } from "../../store/store.ts";
import { dropUnusedFiles } from "../settings-files.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { migrateRecords } from "./migrate-records.ts";

/**
 * Ends the deploy that an app is in, for all apps of its request, in one transaction: all become live, or all stay as they were with
 * FAIL for those with an obstacle and CANCEL for the rest. Does nothing when no deploy is running.
 */
export function carryOutDeploy(store: Store, appId: number, now: Date): void {
  store.transaction(() => {
    const deploy = store.apps.find(appId)?.deploy;
    if (deploy?.status !== "PROCESSING") {
      return;
    }
    const apps = deploy.apps.map((id) => store.apps.find(id)).filter((app) => app !== null);
    const change = { by: deploy.by, now };
    const failed = deploy.revert ? [] : apps.filter((app) => hasObstacle(store, app));
    if (failed.length === 0) {
      for (const app of apps) {
        if (deploy.revert) {
          revertApp(store, app);
        } else {
          publishApp(store, app, change);
        }
      }
      for (const app of deploy.revert ? [] : apps) {
        renameElsewhere(store, app);
      }
    }
    for (const app of apps) {
      store.apps.saveDeploy(app.id, { ...deploy, status: toStatus(app, failed) });
    }
  });
}

/** Whether stored records stand in the way of what was prepared; the operator is told which, for the caller sees only FAIL. */
function hasObstacle(store: Store, app: StoredApp): boolean {
  const codes = findDuplicates(store, app);
  if (codes.length > 0) {
    store.apps.log(
      `deploy of app ${app.id} failed: records repeat values of ${codes.join(", ")}, which are to be unique`,
    );
  }
  return codes.length > 0;
}

function toStatus(app: StoredApp, failed: readonly StoredApp[]): DeployStatus {
  if (failed.length === 0) {
    return "SUCCESS";
  }
  return failed.includes(app) ? "FAIL" : "CANCEL";
}

function revertApp(store: Store, app: StoredApp): void {
  if (app.live !== null) {
    store.apps.revert(app.id);
    store.apiTokens.revert(app.id);
    dropUnusedFiles(store, app, app.live);
  }
}

function publishApp(store: Store, app: StoredApp, change: Change): void {
  if (app.live !== null) {
    migrateRecords(store, app.id, { before: app.live, after: app.preview });
  }
  store.apps.publish(app.id, change);
  store.apiTokens.publish(app.id);
  dropUnusedFiles(store, app, app.preview, app.preview);
}

/** Other apps that read a renamed field go on reading it under its new code, live and in preparation. */
function renameElsewhere(store: Store, app: StoredApp): void {
  const codes = renamedCodes(app.live?.fields ?? [], app.preview.fields);
  if (codes.size === 0) {
    return;
  }
  const rename = (settings: AppSettings): AppSettings => ({
    ...settings,
    fields: renameRelatedFields(settings.fields, app.id, codes),
  });
  for (const other of store.apps.list()) {
    store.apps.replace(other.id, { live: other.live && rename(other.live), preview: rename(other.preview) });
  }
}
