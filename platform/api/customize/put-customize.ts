import { parseCustomize } from "../../settings/parse-customize.ts";
import { writeSettings } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { createFileResolver, dropUnusedFiles } from "../settings-files.ts";

/** `PUT preview/app/customize.json`. */
export const putCustomize: Operation = {
  method: "PUT",
  path: "/k/v1/app/customize.json",
  reach: "preview",
  // Needs both: to administer the system (here) and to manage the app, which administrators always do (fact sheet §8.3).
  right: "admin",
  run: (context) => {
    const { revision } = writeSettings(context, (app, place) => {
      const customize = parseCustomize(place, context.params, {
        current: app.preview.customize,
        resolveFile: createFileResolver(context, app),
      });
      const settings = { ...app.preview, customize };
      dropUnusedFiles(context.store, app, settings);
      return settings;
    });
    return { revision };
  },
};
