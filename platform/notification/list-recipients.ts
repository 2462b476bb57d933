import { listCandidates } from "../record/list-candidates.ts";
import type { LiveApp } from "../record/write-scope.ts";
import type { NotificationTarget } from "../store/notification-settings.ts";
import type { Store } from "../store/store.ts";
import type { StoredRecord } from "../store/stored-record.ts";

/** The codes of the users behind recipients, each once: members of groups and organizations, people in the record's fields. */
export function listRecipients(
  store: Store,
  app: LiveApp,
  record: StoredRecord,
  targets: readonly NotificationTarget[],
): readonly string[] {
  return listCandidates(store, app, record, targets).filter((code) => store.users.find(code)?.valid === true);
}
