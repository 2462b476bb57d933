import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";

/** `GET app/customize.json`: JavaScript and CSS; only for those who manage the app, on both paths. */
export const getCustomize: Operation = {
  method: "GET",
  path: "/k/v1/app/customize.json",
  reach: "both",
  right: "manage",
  run: (context) => {
    const { settings, revision } = readAppCopy(context);
    return { ...settings.customize, revision };
  },
};
