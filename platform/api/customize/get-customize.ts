import { PlatformError } from "../../platform-error.ts";
import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";

/** `GET app/customize.json`: JavaScript and CSS; only for administrators of the app, on both paths. */
export const getCustomize: Operation = {
  method: "GET",
  path: "/k/v1/app/customize.json",
  reach: "both",
  right: "user",
  run: (context) => {
    const { app, settings } = readAppCopy(context);
    if (!context.caller.isAdmin) {
      throw new PlatformError("CB_NO02");
    }
    return { ...settings.customize, revision: String(app.revision) };
  },
};
