import { PlatformError } from "../../platform-error.ts";
import { findApp } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { readId, readInteger } from "../params.ts";
import { findSpace, isMember } from "./find-space.ts";

/** `POST app/move.json`: into the default thread of another space, or with `space: null` out of all. */
export const postAppMove: Operation = {
  method: "POST",
  path: "/k/v1/app/move.json",
  reach: "live",
  right: "admin",
  run: (context) => {
    const { params, store, caller } = context;
    const app = findApp(context, readId(params, "app"));
    const to = readInteger(params, "space");
    const place = store.spaces.placeOf(app.id);
    const from = place && store.spaces.find(place.spaceId);
    const space = to === null ? null : findSpace(store, readId(params, "space"));
    // Apps do not go into guest spaces or out of them (help); the code is a guess.
    if ((from?.isGuest ?? false) || (space?.isGuest ?? false)) {
      throw new PlatformError("CB_NO02");
    }
    if (space !== null && !isMember(store, space, caller)) {
      throw new PlatformError("CB_NO02");
    }
    store.spaces.place(app.id, space && { spaceId: space.id, threadId: space.defaultThread });
    return {};
  },
};
