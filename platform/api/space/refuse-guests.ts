import { PlatformError } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";

/** Accounts of guests do not exist here; guest spaces have only users of the domain. That the refusal is CB_NO02 is a guess. */
function refuse(method: Operation["method"], path: string): Operation {
  return {
    method,
    path,
    reach: "live",
    right: "user",
    run: () => {
      throw new PlatformError("CB_NO02");
    },
  };
}

export const postGuests = refuse("POST", "/k/v1/guests.json");
export const deleteGuests = refuse("DELETE", "/k/v1/guests.json");
export const putSpaceGuests = refuse("PUT", "/k/v1/space/guests.json");
