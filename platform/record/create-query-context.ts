import { isThere } from "../permission/knows-person.ts";
import type { QueryContext } from "../query/query-context.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";
import { readStates } from "./app-fields.ts";
import { toQueryFields } from "./to-query-fields.ts";

/** What the queries of one user over one app's records depend on. */
export function createQueryContext(
  store: Store,
  settings: AppSettings,
  asker: { readonly user: User; readonly now: Date },
): QueryContext {
  return {
    fields: toQueryFields(settings),
    firstStatus: readStates(settings)[0] ?? "",
    loginUser: asker.user.code,
    primaryOrganization: store.organizations.ofUser(asker.user.code)[0]?.code ?? null,
    now: asker.now,
    timezone: asker.user.timezone,
    // A refusal would tell a guest which login names there are.
    isKnown: (kind, code) => asker.user.isGuest || isThere(store, kind, code),
  };
}
