import { PlatformError } from "../platform-error.ts";
import { loadAppRights } from "../permission/load-access.ts";
import type { StoredApp } from "../store/app-store.ts";
import type { Operation, OperationContext } from "./operation.ts";
import { readId } from "./params.ts";

/** Refuses a call whose caller has not the right that the operation asks for, before anything of it is done. */
export function checkRight({ right }: Operation, context: OperationContext): void {
  if (right === "admin" && !context.caller.isAdmin) {
    throw new PlatformError("CB_NO02");
  }
  if (right === "manage") {
    const id = readId(context.params, "app");
    const app = context.store.apps.find(id);
    if (app === null) {
      throw new PlatformError("GAIA_AP01", { id });
    }
    requireManager(context, app);
  }
}

/** Refuses who does not manage the app. */
export function requireManager({ store, caller }: OperationContext, app: StoredApp): void {
  if (!loadAppRights(store, app, caller).appEditable) {
    throw new PlatformError("CB_NO02");
  }
}
