import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { textTooMany } from "../../settings/text.ts";
import { findApp } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { readIds } from "../params.ts";

const appLimit = 300;

/** `GET preview/app/deploy.json?apps[0]=`: an app that never took part in a deploy counts as SUCCESS (not measured). */
export const getDeploy: Operation = {
  method: "GET",
  path: "/k/v1/app/deploy.json",
  reach: "preview",
  right: "admin",
  run: (context) => {
    const ids = readIds(context.params, "apps");
    if (ids.length === 0) {
      throw invalidParameter("apps", inputMessages.parameterRequired);
    }
    if (ids.length > appLimit) {
      throw invalidParameter("apps", textTooMany(appLimit));
    }
    return {
      apps: ids.map((id) => ({
        app: String(id),
        status: findApp(context, id).deploy?.status ?? "SUCCESS",
      })),
    };
  },
};
