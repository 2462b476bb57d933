import { loadAccess } from "../permission/load-access.ts";
import type { AppAccess } from "../permission/app-access.ts";
import type { Store } from "../store/store.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import type { User } from "../store/user-store.ts";

/** What someone may do with a record that they are told of; null when they may not see it or the app is gone. */
export function openNoticed(
  store: Store,
  record: StoredRecord,
  asker: { readonly user: User; readonly now: Date },
): AppAccess | null {
  const app = store.apps.find(record.appId);
  if (!app?.live) {
    return null;
  }
  const access = loadAccess(store, { id: app.id, creator: app.creator, settings: app.live }, asker);
  return access.record(record).viewable ? access : null;
}
