import { isVisibleApp } from "../permission/app-rights.ts";
import { loadAccess } from "../permission/load-access.ts";
import { PlatformError } from "../platform-error.ts";
import { createPlace, type Place } from "../settings/fault.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { StoredApp } from "../store/app-store.ts";
import { requireManager } from "./check-right.ts";
import type { OperationContext } from "./operation.ts";
import { readId, readRevision } from "./params.ts";
import { refuseFaults } from "./refuse-faults.ts";

export type AppCopy = {
  readonly app: StoredApp;
  readonly settings: AppSettings;
  /** The revision of this copy: what was prepared since the last deploy does not move the live one. */
  readonly revision: string;
};

/**
 * The copy of the settings that a GET is about. The live one is not there before the first deploy (GAIA_AP01); who does not manage the
 * app reads it without the fields that they may not view (what kintone leaves out of which answer is assumed), and not at all without
 * a right to view or add records. The preview one is for those who manage the app.
 */
export function readAppCopy(context: OperationContext, parameter = "app"): AppCopy {
  const id = readId(context.params, parameter);
  const app = findApp(context, id);
  if (context.preview) {
    requireManager(context, app);
    return { app, settings: app.preview, revision: String(app.revision) };
  }
  if (app.live === null) {
    throw new PlatformError("GAIA_AP01", { id });
  }
  const { store, caller, now } = context;
  const asker = { user: caller, now };
  const access = loadAccess(store, { id: app.id, creator: app.creator, settings: app.live }, asker);
  if (!isVisibleApp(access.rights)) {
    throw new PlatformError("CB_NO02");
  }
  return {
    app,
    settings: access.rights.appEditable ? app.live : access.settings,
    revision: String(app.liveRevision),
  };
}

/** The app with this id, deployed or not; GAIA_AP01 when there is none. */
export function findApp(context: OperationContext, id: number): StoredApp {
  const app = context.store.apps.find(id);
  if (app === null) {
    throw new PlatformError("GAIA_AP01", { id });
  }
  return app;
}

/**
 * One settings write: finds the app, refuses it while a deploy runs and when `revision` is not the present one, then stores what
 * `edit` returns. Every accepted write counts the revision up, also one that changes nothing.
 */
export function writeSettings(
  context: OperationContext,
  edit: (app: StoredApp, place: Place) => AppSettings,
): { readonly revision: string; readonly settings: AppSettings } {
  const app = findApp(context, readId(context.params, "app"));
  checkWritable(app, readRevision(context.params));
  const place = createPlace();
  const settings = edit(app, place);
  refuseFaults(place);
  return { revision: String(context.store.apps.savePreview(app.id, settings)), settings };
}

/** Refuses a write during a deploy and with a revision that is not the present one (null = unchecked). */
export function checkWritable(app: StoredApp, revision: number | null): void {
  if (app.deploy?.status === "PROCESSING") {
    throw new PlatformError("GAIA_DA02");
  }
  if (revision !== null && revision !== app.revision) {
    throw new PlatformError("GAIA_CO02");
  }
}
