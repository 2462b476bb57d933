import { parseGeneral } from "../../settings/parse-general.ts";
import { writeSettings } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { createFileResolver, dropUnusedFiles } from "../settings-files.ts";

/** `PUT preview/app/settings.json`. */
export const putSettings: Operation = {
  method: "PUT",
  path: "/k/v1/app/settings.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { revision } = writeSettings(context, (app, place) => {
      const general = parseGeneral(place, context.params, {
        current: app.preview.general,
        fields: app.preview.fields,
        resolveFile: createFileResolver(context, app),
      });
      const settings = { ...app.preview, general };
      dropUnusedFiles(context.store, app, settings);
      return settings;
    });
    return { revision };
  },
};
