import { PlatformError } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";
import { readText } from "../params.ts";

/** `DELETE plugin.json?id=`: apps keep it in their lists, where it does not run (fact sheet §9.4). */
export const deletePlugin: Operation = {
  method: "DELETE",
  path: "/k/v1/plugin.json",
  reach: "live",
  right: "admin",
  run: ({ params, store }) => {
    const id = readText(params, "id");
    if (store.plugins.find(id) === null) {
      throw new PlatformError("GAIA_PL01", { id });
    }
    store.plugins.remove(id);
    return {};
  },
};
