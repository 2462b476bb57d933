import { isVisibleApp } from "../permission/app-rights.ts";
import { loadAccess, loadAppRights } from "../permission/load-access.ts";
import type { StoredAction } from "../store/action-settings.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";
import type { AppActionStart } from "./bootstrap.ts";

type Visitor = { readonly user: User; readonly now: Date };

/** The app actions that someone may use: granted to them, into an app that is live and to which they may add records. */
export function listUsableActions(store: Store, actions: readonly StoredAction[], user: User): readonly StoredAction[] {
  const codes = {
    USER: new Set([user.code]),
    GROUP: new Set(store.groups.ofUser(user.code).map(({ code }) => code)),
    ORGANIZATION: new Set(store.organizations.ofUser(user.code).map(({ code }) => code)),
  };
  return actions.filter((action) => {
    const target = store.apps.find(Number(action.destApp));
    return (
      action.entities.some(({ type, code }) => codes[type].has(code)) &&
      target !== null &&
      target.live !== null &&
      loadAppRights(store, target, user).recordAddable
    );
  });
}

/**
 * What a new record starts with when its page was opened by an app action of another app: the address names the action and the
 * record. How kintone's own pages carry this is not known.
 */
export function findActionStart(
  store: Store,
  query: (name: string) => string | undefined,
  at: Visitor & { readonly destApp: number },
): AppActionStart | null {
  const [sourceApp, sourceRecord] = [Number(query("sourceApp")), Number(query("sourceRecord"))];
  const app = Number.isSafeInteger(sourceApp) ? store.apps.find(sourceApp) : null;
  if (!app?.live || !Number.isSafeInteger(sourceRecord) || sourceRecord < 1) {
    return null;
  }
  const access = loadAccess(store, { id: app.id, creator: app.creator, settings: app.live }, at);
  const action = listUsableActions(store, app.live.actions, at.user).find(({ id }) => id === query("actionId"));
  if (!isVisibleApp(access.rights) || action === undefined || Number(action.destApp) !== at.destApp) {
    return null;
  }
  const codes = new Set(action.mappings.map((mapping) => (mapping.srcType === "FIELD" ? mapping.srcField : "")));
  return {
    sourceApp,
    sourceRecord,
    mappings: action.mappings,
    fields: app.live.fields
      .filter(({ code }) => codes.has(code))
      .map(({ id, code, type }) => ({ id, code, type, property: {} })),
  };
}
