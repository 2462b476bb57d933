import { findLiveApp } from "../record/find-live-app.ts";
import type { WriteScope } from "../record/write-scope.ts";
import type { OperationContext } from "./operation.ts";
import { readId } from "./params.ts";

/** The scope of a call on the records of the app that its parameter `app` names. */
export function writeScopeOf({ store, params, caller, now }: OperationContext): WriteScope {
  return { store, caller, now, app: findLiveApp(store, readId(params, "app")) };
}
