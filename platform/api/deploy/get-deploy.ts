import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { textTooMany } from "../../settings/text.ts";
import { findApp } from "../app-access.ts";
import { requireManager } from "../check-right.ts";
import type { Operation } from "../operation.ts";
import { readIds } from "../params.ts";

const appLimit = 300;

/** `GET preview/app/deploy.json?apps[0]=`: an app that never took part in a deploy counts as SUCCESS (not measured). */
export const getDeploy: Operation = {
  method: "GET",
  path: "/k/v1/app/deploy.json",
  reach: "preview",
  right: "user",
  run: (context) => {
    const ids = readIds(context.params, "apps");
    if (ids.length === 0) {
      throw invalidParameter("apps", inputMessages.parameterRequired);
    }
    if (ids.length > appLimit) {
      throw invalidParameter("apps", textTooMany(appLimit));
    }
    return {
      apps: ids.map((id) => {
        const app = findApp(context, id);
        requireManager(context, app);
        return { app: String(id), status: app.deploy?.status ?? "SUCCESS" };
      }),
    };
  },
};
