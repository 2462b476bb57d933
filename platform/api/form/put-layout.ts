import { placeOf } from "../../settings/fault.ts";
import { parseLayout } from "../../settings/parse-layout.ts";
import { writeSettings } from "../app-access.ts";
import type { Operation } from "../operation.ts";

/** `PUT preview/app/form/layout.json`. */
export const putLayout: Operation = {
  method: "PUT",
  path: "/k/v1/app/form/layout.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { revision } = writeSettings(context, ({ preview }, place) => ({
      ...preview,
      layout: parseLayout(placeOf(place, "layout"), context.params["layout"], preview),
    }));
    return { revision };
  },
};
