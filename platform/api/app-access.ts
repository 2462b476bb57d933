import { PlatformError } from "../platform-error.ts";
import { createPlace, type Place } from "../settings/fault.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { StoredApp } from "../store/app-store.ts";
import type { OperationContext } from "./operation.ts";
import { readId, readRevision } from "./params.ts";
import { refuseFaults } from "./refuse-faults.ts";

export type AppCopy = { readonly app: StoredApp; readonly settings: AppSettings };

/** The copy of the settings that a GET is about. The live one is not there before the first deploy (GAIA_AP01). */
export function readAppCopy(context: OperationContext, parameter = "app"): AppCopy {
  const id = readId(context.params, parameter);
  if (context.preview && !context.caller.isAdmin) {
    throw new PlatformError("CB_NO02");
  }
  const app = findApp(context, id);
  const settings = context.preview ? app.preview : app.live;
  if (settings === null) {
    throw new PlatformError("GAIA_AP01", { id });
  }
  return { app, settings };
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
