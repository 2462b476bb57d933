import type { Operation } from "../operation.ts";
import { pluginName } from "../plugin-name.ts";
import { readPage } from "../read-page.ts";

/** `GET plugins/required.json`: plugins that apps have and that are not installed any more. */
export const getRequiredPlugins: Operation = {
  method: "GET",
  path: "/k/v1/plugins/required.json",
  reach: "live",
  right: "user",
  run: ({ params, store, language }) => {
    const { limit, offset } = readPage(params, { limit: 100, most: 100 });
    const added = store.apps
      .list()
      .flatMap((app) => [...app.preview.plugins, ...(app.live?.plugins ?? [])])
      .map(({ id }) => id);
    const missing = [...new Set(added)].filter((id) => store.plugins.find(id) === null);
    return {
      plugins: missing
        .slice(offset, offset + limit)
        .map((id) => ({ id, name: pluginName(store, id, language), isMarketPlugin: false })),
    };
  },
};
