import { invalidParameter } from "../../platform-error.ts";
import { localize } from "../../plugin/plugin-manifest.ts";
import { textTooMany } from "../../settings/text.ts";
import type { Operation } from "../operation.ts";
import { readTexts } from "../params.ts";
import { readPage } from "../read-page.ts";

const idLimit = 100;

/** `GET plugins.json`: the installed plugins, newest first. */
export const getPlugins: Operation = {
  method: "GET",
  path: "/k/v1/plugins.json",
  reach: "live",
  right: "user",
  run: ({ params, store, language }) => {
    const { limit, offset } = readPage(params, { limit: 100, most: 100 });
    const ids = new Set(readTexts(params, "ids"));
    if (ids.size > idLimit) {
      throw invalidParameter("ids", textTooMany(idLimit));
    }
    const plugins = store.plugins.list().filter(({ id }) => ids.size === 0 || ids.has(id));
    return {
      plugins: plugins.slice(offset, offset + limit).map(({ id, version, manifest }) => ({
        id,
        name: localize(manifest.name, language),
        isMarketPlugin: false,
        version,
        description: localize(manifest.description, language),
      })),
    };
  },
};
