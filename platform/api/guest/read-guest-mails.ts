import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { textTooMany } from "../../settings/text.ts";
import { toGuestCode } from "../../store/guest-code.ts";
import type { Store } from "../../store/store.ts";
import { type Params, readTexts } from "../params.ts";

/** `guests` as codes of guests who are there; GAIA_IL26 for others (which code kintone gives is a guess). */
export function readGuestMails(store: Store, params: Params, most: number): readonly string[] {
  const mails = readTexts(params, "guests");
  if (mails.length > most) {
    throw invalidParameter("guests", textTooMany(most));
  }
  return mails.map((mail) => {
    const code = toGuestCode(mail);
    if (store.users.find(code) === null) {
      throw new PlatformError("GAIA_IL26", { code: mail });
    }
    return code;
  });
}
