import { PlatformError } from "../platform-error.ts";
import type { WriteScope } from "../record/write-scope.ts";
import { loadAccess } from "./load-access.ts";

/**
 * The scope of a call on the records of a deployed app, with what the caller may do there. An app that was never deployed answers 404
 * like one that is not there (fact sheet §8.1).
 */
export function openScope(call: Pick<WriteScope, "store" | "caller" | "now">, appId: number): WriteScope {
  const { store, caller, now } = call;
  const stored = store.apps.find(appId);
  if (!stored?.live) {
    throw new PlatformError("GAIA_AP01", { id: appId });
  }
  const app = { id: appId, settings: stored.live };
  const asker = { user: caller, now };
  return {
    store,
    caller,
    now,
    app,
    access: loadAccess(store, { id: appId, creator: stored.creator, settings: stored.live }, asker),
  };
}

const related = new WeakMap<WriteScope, Map<number, WriteScope>>();

/** The scope of the same call on another app, such as the source of a lookup; made once for a call. Null: no such app. */
export function openRelated(scope: WriteScope, appId: number): WriteScope | null {
  const known = related.get(scope) ?? new Map<number, WriteScope>();
  related.set(scope, known);
  const opened = known.get(appId);
  if (opened) {
    return opened;
  }
  if (!scope.store.apps.find(appId)?.live) {
    return null;
  }
  const made = openScope(scope, appId);
  known.set(appId, made);
  return made;
}
