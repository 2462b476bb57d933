import { inputMessages } from "../../messages.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { textTooMany } from "../../settings/text.ts";
import type { StoredApp } from "../../store/app-store.ts";
import type { Store } from "../../store/store.ts";
import { checkWritable, findApp } from "../app-access.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readBoolean, readId, readList, readRevision, toParams } from "../params.ts";
import { carryOutDeploy } from "./carry-out-deploy.ts";
import { checkDeploy } from "./check-deploy.ts";
import { endDeploy } from "./end-deploy.ts";

const appLimit = 300;

/** `POST preview/app/deploy.json`: makes the prepared settings live, for several apps together; `revert` drops them instead. */
export const postDeploy: Operation = {
  method: "POST",
  path: "/k/v1/app/deploy.json",
  reach: "preview",
  right: "admin",
  run: (context) => {
    const { store, params, now, caller } = context;
    const revert = readBoolean(params, "revert");
    const apps = readApps(context);
    if (revert) {
      refuseNeverDeployed(apps);
    } else {
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
    return {};
  },
};

function readApps(context: OperationContext): readonly StoredApp[] {
  const list = readList(context.params, "apps");
  if (list.length === 0) {
    throw invalidParameter("apps", inputMessages.parameterRequired);
  }
  if (list.length > appLimit) {
    throw invalidParameter("apps", textTooMany(appLimit));
  }
  const seen = new Map<number, StoredApp>();
  for (const [index, item] of list.entries()) {
    const entry = toParams(item);
    const app = findApp(context, readId(entry, "app", `apps[${index}].app`));
    checkWritable(app, readRevision(entry, `apps[${index}].revision`));
    seen.set(app.id, app);
  }
  return [...seen.values()];
}

/** There is nothing to go back to; what kintone answers here is not known. */
function refuseNeverDeployed(apps: readonly StoredApp[]): void {
  const app = apps.find(({ live }) => live === null);
  if (app !== undefined) {
    throw new PlatformError("GAIA_AP01", { id: app.id });
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
