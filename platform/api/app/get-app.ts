import { isVisibleApp } from "../../permission/app-rights.ts";
import { loadAppRights } from "../../permission/load-access.ts";
import { PlatformError } from "../../platform-error.ts";
import { findApp } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { readId } from "../params.ts";
import { toApp } from "./to-app.ts";

/** `GET /k/v1/app.json?id=`: a deployed app; one that the caller may neither view, add to nor manage is not there. */
export const getApp: Operation = {
  method: "GET",
  path: "/k/v1/app.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const id = readId(context.params, "id");
    const app = findApp(context, id);
    if (app.live === null || !isVisibleApp(loadAppRights(context.store, app, context.caller))) {
      throw new PlatformError("GAIA_AP01", { id });
    }
    return toApp(context.store, app);
  },
};
