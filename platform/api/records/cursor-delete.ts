import { PlatformError } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";
import { readText } from "../params.ts";

/** `DELETE records/cursor.json`: id → {}. */
export const deleteCursor: Operation = {
  method: "DELETE",
  path: "/k/v1/records/cursor.json",
  reach: "live",
  right: "user",
  run: ({ params, store, now, caller }) => {
    const id = readText(params, "id");
    if (store.cursors.find(id, now)?.owner !== caller.code) {
      throw new PlatformError("GAIA_CR01", { id });
    }
    store.cursors.close(id);
    return {};
  },
};
