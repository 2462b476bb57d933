import { inputMessages } from "../../messages.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";
import { findManagedSpace } from "../space/find-space.ts";
import { readGuestMails } from "./read-guest-mails.ts";

/** `PUT space/guests.json` (administrators of the guest space, on its own path): id, guests[] (mail addresses; replaces all) → {}. */
export const putSpaceGuests: Operation = {
  method: "PUT",
  path: "/k/v1/space/guests.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { store, params, caller, now } = context;
    const space = findManagedSpace(context, "id");
    if (!space.isGuest) {
      throw new PlatformError("CB_NO02");
    }
    if (!Array.isArray(params["guests"])) {
      throw invalidParameter("guests", inputMessages.parameterRequired);
    }
    const guests = [...new Set(readGuestMails(store, params, Number.POSITIVE_INFINITY))];
    store.spaces.save({ ...space, guests, modifier: caller.code, modifiedAt: now.toISOString() });
    return {};
  },
};
