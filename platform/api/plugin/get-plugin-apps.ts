import type { Operation } from "../operation.ts";
import { readText } from "../params.ts";
import { readPage } from "../read-page.ts";

/** `GET plugin/apps.json?id=`: the apps to which a plugin was added, by app id. */
export const getPluginApps: Operation = {
  method: "GET",
  path: "/k/v1/plugin/apps.json",
  reach: "live",
  right: "admin",
  run: ({ params, store }) => {
    const id = readText(params, "id");
    const { limit, offset } = readPage(params, { limit: 100, most: 500 });
    const apps = store.apps.list().filter((app) => app.preview.plugins.some((plugin) => plugin.id === id));
    return {
      apps: apps
        .slice(offset, offset + limit)
        .map((app) => ({ id: String(app.id), name: (app.live ?? app.preview).general.name })),
    };
  },
};
