import { readAppCopy } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import type { Operation } from "../operation.ts";

/** `GET app/views.json`: by name; the implicit list of everything is not among them (fact sheet §8.4). */
export const getViews: Operation = {
  method: "GET",
  path: "/k/v1/app/views.json",
  reach: "both",
  right: "user",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    return {
      views: Object.fromEntries(settings.views.map((view) => [view.name, view])),
      revision,
    };
  },
};
