import { openScope } from "../permission/open-scope.ts";
import type { WriteScope } from "../record/write-scope.ts";
import type { OperationContext } from "./operation.ts";
import { readId } from "./params.ts";

/** The scope of a call on the records of the app that its parameter `app` names, with what the caller may do there. */
export function writeScopeOf(context: OperationContext): WriteScope {
  const scope = openScope(context, readId(context.params, "app"));
  return context.setsCategories === true ? { ...scope, setsCategories: true } : scope;
}
