import type { StoredApp } from "../../store/app-store.ts";
import type { Store } from "../../store/store.ts";
import type { OperationContext } from "../operation.ts";
import { carryOutDeploy } from "./carry-out-deploy.ts";
import { checkDeploy } from "./check-deploy.ts";
import { endDeploy } from "./end-deploy.ts";

/** Checks the apps and makes their prepared settings live together, or drops them (`revert`); at once or after the delay. */
export function startDeploy(
  { store, caller, now }: Pick<OperationContext, "store" | "caller" | "now">,
  apps: readonly StoredApp[],
  { revert }: { readonly revert: boolean },
): void {
  if (!revert) {
    checkDeploy(store, apps);
  }
  const ids = apps.map((app) => app.id);
  for (const id of ids) {
    store.apps.saveDeploy(id, { status: "PROCESSING", apps: ids, by: caller.code, revert });
  }
  const [first] = ids;
  if (first !== undefined) {
    runDeploy(store, first, now);
  }
}

/** At once, or after the platform's delay. A process that ends before that leaves it to `resumeDeploys`. */
function runDeploy(store: Store, appId: number, now: Date): void {
  const delay = store.apps.deployDelayMs;
  if (delay === 0) {
    carryOutDeploy(store, appId, now);
    return;
  }
  setTimeout(() => {
    if (store.db.isOpen()) {
      endDeploy(store, appId, new Date(now.getTime() + delay));
    }
  }, delay).unref();
}
