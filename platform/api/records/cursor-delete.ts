import { PlatformError } from "../../platform-error.ts";
import { openScope } from "../../permission/open-scope.ts";
import { requireAppRight } from "../../permission/require-rights.ts";
import type { Operation } from "../operation.ts";
import { readText } from "../params.ts";

/** `DELETE records/cursor.json`: id → {}. */
export const deleteCursor: Operation = {
  method: "DELETE",
  path: "/k/v1/records/cursor.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store, now, caller } = context;
    const id = readText(params, "id");
    const cursor = store.cursors.find(id, now);
    if (cursor?.owner !== caller.code) {
      throw new PlatformError("GAIA_CR01", { id });
    }
    // All API tokens are one caller by name: the app of the cursor tells them apart.
    requireAppRight(openScope(context, cursor.appId), "recordViewable");
    store.cursors.close(id);
    return {};
  },
};
