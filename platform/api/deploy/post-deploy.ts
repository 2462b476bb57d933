import { inputMessages } from "../../messages.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { textTooMany } from "../../settings/text.ts";
import type { StoredApp } from "../../store/app-store.ts";
import { checkWritable, findApp } from "../app-access.ts";
import { requireManager } from "../check-right.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readBoolean, readId, readList, readRevision, toParams } from "../params.ts";
import { startDeploy } from "./start-deploy.ts";

const appLimit = 300;

/** `POST preview/app/deploy.json`: makes the prepared settings live, for several apps together; `revert` drops them instead. */
export const postDeploy: Operation = {
  method: "POST",
  path: "/k/v1/app/deploy.json",
  reach: "preview",
  right: "user",
  run: (context) => {
    const revert = readBoolean(context.params, "revert");
    const apps = readApps(context);
    if (revert) {
      refuseNeverDeployed(apps);
    }
    startDeploy(context, apps, { revert });
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
    requireManager(context, app);
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
