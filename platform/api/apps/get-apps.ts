import type { Operation } from "../operation.ts";
import { readIds, readOptionalText, readTexts } from "../params.ts";
import { readPage } from "../read-page.ts";
import { toApp } from "../app/to-app.ts";

/** `GET /k/v1/apps.json`: deployed apps by id, filtered. No app has a code or a space, so those filters find nothing. */
export const getApps: Operation = {
  method: "GET",
  path: "/k/v1/apps.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => {
    const { limit, offset } = readPage(params, { limit: 100, most: 100 });
    const ids = new Set(readIds(params, "ids"));
    const name = (readOptionalText(params, "name") ?? "").toLowerCase();
    if (readTexts(params, "codes").length > 0 || readIds(params, "spaceIds").length > 0) {
      return { apps: [] };
    }
    const apps = store.apps
      .list()
      .filter(
        (app) =>
          app.live !== null &&
          (ids.size === 0 || ids.has(app.id)) &&
          app.live.general.name.toLowerCase().includes(name),
      );
    return { apps: apps.slice(offset, offset + limit).map((app) => toApp(store, app)) };
  },
};
