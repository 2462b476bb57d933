import { PlatformError } from "../platform-error.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import type { Store } from "../store/store.ts";
import type { LiveApp } from "./write-scope.ts";

/** An app by its live settings; one that was never deployed answers 404 like one that is not there (fact sheet §8.1). */
export function findLiveApp(store: Store, id: number): LiveApp {
  const settings = store.apps.find(id)?.live;
  if (!settings) {
    throw new PlatformError("GAIA_AP01", { id });
  }
  return { id, settings };
}

/** A record of an app, or GAIA_RE01. */
export function findRecord(store: Store, app: LiveApp, id: number): StoredRecord {
  const record = store.records.find(app.id, id);
  if (!record) {
    throw new PlatformError("GAIA_RE01", { id });
  }
  return record;
}
