import { PlatformError } from "../../platform-error.ts";
import { placeOf } from "../../settings/fault.ts";
import { parseViews } from "../../settings/parse-views.ts";
import type { StoredView } from "../../store/app-settings.ts";
import { writeSettings } from "../app-access.ts";
import { createQueryChecks } from "../check-queries.ts";
import { allocateViewId } from "../allocate-view-id.ts";
import type { Operation } from "../operation.ts";

/** `PUT preview/app/views.json`: answers the ids of all views it was given. */
export const putViews: Operation = {
  method: "PUT",
  path: "/k/v1/app/views.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { revision, settings } = writeSettings(context, ({ preview }, place) => {
      const views = parseViews(placeOf(place, "views"), context.params["views"], {
        settings: preview,
        allocateViewId: () => allocateViewId(context.store),
        ...createQueryChecks(context, preview),
      });
      // A custom view carries markup of its own, so only system administrators change it (fact sheet §8.3).
      // An API token changes the views of an app only where none is a custom one (page 「認証」 of the official site).
      const isToken = context.caller.tokens !== undefined;
      if (isToken && [...views, ...preview.views].some(({ type }) => type === "CUSTOM")) {
        throw new PlatformError("CB_NO02");
      }
      if (!context.caller.isAdmin && listMarkup(views) !== listMarkup(preview.views)) {
        throw new PlatformError("CB_NO02");
      }
      return { ...preview, views };
    });
    return { views: Object.fromEntries(settings.views.map(({ name, id }) => [name, { id }])), revision };
  },
};

function listMarkup(views: readonly StoredView[]): string {
  return JSON.stringify(views.filter(({ type }) => type === "CUSTOM").map(({ id, html }) => [id, html]));
}
