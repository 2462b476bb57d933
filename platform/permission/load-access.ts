import { createQueryContext } from "../record/create-query-context.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { Organization } from "../store/organization-store.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";
import { type AppAccess, createAppAccess } from "./app-access.ts";
import { evaluateAppRights, isVisibleApp } from "./app-rights.ts";
import { isClosedPlace } from "./closed-place.ts";
import type { Principal } from "./principal.ts";
import { type AclSettings, type AppRights, readAcl } from "../store/acl-settings.ts";
import type { StoredApp } from "../store/app-store.ts";

/** Who asks, and when. */
export type Asker = { readonly user: User; readonly now: Date };

/** A person with their memberships, which are read when a permission names a group or an organization. */
function loadPrincipal(store: Store, user: User): Principal {
  const groups = once(() => new Set(store.groups.ofUser(user.code).map(({ code }) => code)));
  const organizations = once(() => new Set(store.organizations.ofUser(user.code).map(({ code }) => code)));
  return {
    code: user.code,
    isAdmin: user.isAdmin,
    groups,
    organizations,
    organizationsAndAbove: once(() => withAncestors(store.organizations.list(), organizations())),
  };
}

/** What a person may do in an app, by one copy of its settings. */
export function loadAccess(
  store: Store,
  app: { readonly id: number; readonly creator: string; readonly settings: AppSettings },
  asker: Asker,
): AppAccess {
  return createAppAccess({
    settings: app.settings,
    acl: aclFor(store, asker.user, app),
    appCreator: app.creator,
    principal: loadPrincipal(store, asker.user),
    queryContext: once(() => createQueryContext(store, app.settings, asker)),
  });
}

/** The deployed apps that are there for a person, by id. */
export function listVisibleApps(store: Store, user: User): readonly (StoredApp & { readonly live: AppSettings })[] {
  const principal = loadPrincipal(store, user);
  return store.apps.list().flatMap((app) => {
    const { live } = app;
    return live !== null &&
      isVisibleApp(evaluateAppRights(aclFor(store, user, { id: app.id, settings: live }).app, principal, app.creator))
      ? [{ ...app, live }]
      : [];
  });
}

/** The rights in an app alone, by its live settings, or by the preview ones before the first deploy. */
export function loadAppRights(store: Store, app: StoredApp, user: User): AppRights {
  const acl = aclFor(store, user, { id: app.id, settings: app.live ?? app.preview });
  return evaluateAppRights(acl.app, loadPrincipal(store, user), app.creator);
}

/**
 * The permissions that count for someone. An API token's own rights take the place of all permissions of app, records and fields
 * (help page api_token: 「アプリの次の設定に関わらず、APIトークンに対して設定したアクセス権が優先されます」); an app without a token in the call is closed.
 */
function aclFor(
  store: Store,
  user: User,
  { id, settings }: { readonly id: number; readonly settings: AppSettings },
): AclSettings {
  const { code, tokens } = user;
  if (tokens === undefined) {
    return isClosedPlace(store, user, id) ? closed : readAcl(settings);
  }
  const rights = tokens.get(id);
  const entity = { type: "USER", code } as const;
  const line = rights && { ...rights, entity, includeSubs: false, recordImportable: false, recordExportable: false };
  return { app: line === undefined ? [] : [line], record: [], field: [] };
}

const closed: AclSettings = { app: [], record: [], field: [] };

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function withAncestors(organizations: readonly Organization[], own: ReadonlySet<string>): ReadonlySet<string> {
  const parents = new Map(organizations.map(({ code, parentCode }) => [code, parentCode]));
  const found = new Set<string>();
  for (const start of own) {
    for (let at: string | null = start; at !== null && !found.has(at); at = parents.get(at) ?? null) {
      found.add(at);
    }
  }
  return found;
}
