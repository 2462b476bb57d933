import { inputMessages } from "../../messages.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { addFault, placeOf } from "../../settings/fault.ts";
import { textTooMany } from "../../settings/text.ts";
import { writeSettings } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { readTexts } from "../params.ts";

/** kintone's limit for one app (help). */
const pluginLimit = 20;

/** `POST preview/app/plugins.json`: adds plugins; one that the app has already stays as it is. */
export const postAppPlugins: Operation = {
  method: "POST",
  path: "/k/v1/app/plugins.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const ids = readTexts(context.params, "ids");
    if (ids.length === 0) {
      throw invalidParameter("ids", inputMessages.parameterRequired);
    }
    const { revision } = writeSettings(context, ({ preview }, place) => {
      const known = new Set(preview.plugins.map((plugin) => plugin.id));
      const added = [...new Set(ids)].filter((id) => !known.has(id));
      for (const id of added) {
        if (context.store.plugins.find(id) === null) {
          throw new PlatformError("GAIA_PL01", { id });
        }
      }
      if (known.size + added.length > pluginLimit) {
        addFault(placeOf(place, "ids"), textTooMany(pluginLimit));
      }
      return { ...preview, plugins: [...preview.plugins, ...added.map((id) => ({ id, enabled: true, config: {} }))] };
    });
    return { revision };
  },
};
