import { listCandidates } from "../record/list-candidates.ts";
import type { LiveApp } from "../record/write-scope.ts";
import type { NotificationTarget } from "../store/notification-settings.ts";
import type { Store } from "../store/store.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { openNoticed } from "./open-noticed.ts";

/** The codes of the users behind recipients, each once: members of groups and organizations, people in the record's fields. */
export function listRecipients(
  store: Store,
  app: LiveApp,
  record: StoredRecord,
  targets: readonly NotificationTarget[],
): readonly string[] {
  return listCandidates(store, app, record, targets);
}

/** Of some people those who are still there and may see the record: nobody is told of what is closed to them. */
export function filterViewers(
  store: Store,
  app: LiveApp,
  record: StoredRecord,
  asked: { readonly codes: readonly string[]; readonly now: Date },
): readonly string[] {
  // Without permissions of its own and outside of spaces an app is open to everyone; most are, and some have many recipients.
  const isOpenToAll = app.settings.acl === undefined && store.spaces.placeOf(app.id) === null;
  return asked.codes.filter((code) => {
    const user = store.users.find(code);
    if (user?.valid !== true) {
      return false;
    }
    return isOpenToAll || openNoticed(store, record, { user, now: asked.now }) !== null;
  });
}
