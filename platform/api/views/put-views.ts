import { placeOf } from "../../settings/fault.ts";
import { parseViews } from "../../settings/parse-views.ts";
import { writeSettings } from "../app-access.ts";
import { createQueryChecks } from "../check-queries.ts";
import { allocateViewId } from "../allocate-view-id.ts";
import type { Operation } from "../operation.ts";

/** `PUT preview/app/views.json`: answers the ids of all views it was given. */
export const putViews: Operation = {
  method: "PUT",
  path: "/k/v1/app/views.json",
  reach: "preview",
  // CUSTOM views need a system administrator; here app administrators are the same people.
  right: "admin",
  run: (context) => {
    const { revision, settings } = writeSettings(context, ({ preview }, place) => ({
      ...preview,
      views: parseViews(placeOf(place, "views"), context.params["views"], {
        settings: preview,
        allocateViewId: () => allocateViewId(context.store),
        ...createQueryChecks(context, preview),
      }),
    }));
    return { views: Object.fromEntries(settings.views.map(({ name, id }) => [name, { id }])), revision };
  },
};
