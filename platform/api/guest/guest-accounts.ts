import { hashPasswordNow } from "../../http/password.ts";
import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { addFault, createPlace, placeOf, type Place } from "../../settings/fault.ts";
import { readText } from "../../settings/read-value.ts";
import { settingsText, textTooMany } from "../../settings/text.ts";
import { toGuestCode } from "../../store/guest-code.ts";
import type { Store } from "../../store/store.ts";
import type { Operation } from "../operation.ts";
import { type Params, readList, readOptionalText, toParams } from "../params.ts";
import { refuseFaults } from "../refuse-faults.ts";
import { toLanguage } from "../user/change-users.ts";
import { readGuestMails } from "./read-guest-mails.ts";

// Official description: only administrators, and not on guest paths; up to 100 are deleted at once, the same is assumed for adding.
const own = { path: "/k/v1/guests.json", reach: "live", right: "admin" } as const;
const mostGuests = 100;

/**
 * `POST guests.json`: guests[{code (mail address), password, timezone, name, locale?, phone?, …}] → {}. Readings, company, division and
 * picture are checked and not kept: nothing here shows them.
 */
export const postGuests: Operation = {
  ...own,
  method: "POST",
  run: ({ params, store, now }) => {
    const place = createPlace();
    const list = readList(params, "guests").map(toParams);
    if (list.length === 0 || list.length > mostGuests) {
      throw invalidParameter("guests", list.length === 0 ? inputMessages.parameterRequired : textTooMany(mostGuests));
    }
    const guests = list.map((sent, index) => readGuest(placeOf(placeOf(place, "guests"), index), sent));
    refuseFaults(place);
    for (const [index, guest] of guests.entries()) {
      if (store.users.find(guest.code) !== null) {
        throw invalidParameter(`guests[${index}].code`, inputMessages.codeTaken);
      }
      store.users.add({ ...guest, passwordHash: hashPasswordNow(guest.password) }, now);
    }
    return {};
  },
};

const limits = { surNameReading: 64, givenNameReading: 64, company: 100, division: 100, callto: 256 } as const;

function readGuest(place: Place, sent: Params) {
  const text = (key: string, max: number): string =>
    readText(placeOf(place, key), sent[key], { initial: "", required: true, max });
  const mail = text("code", 128);
  if (mail !== "" && !/^[^\s@:"\\/]+@[^\s@:"\\/]+$/u.test(mail)) {
    addFault(placeOf(place, "code"), inputMessages.notMail);
  }
  const password = text("password", 64);
  if (password !== "" && password.length < 3) {
    addFault(placeOf(place, "password"), inputMessages.passwordTooShort);
  }
  for (const [key, max] of Object.entries(limits)) {
    readText(placeOf(place, key), sent[key], { initial: "", max });
  }
  const locale = readOptionalText(sent, "locale");
  if (locale !== null && !["auto", "ja", "en", "zh"].includes(locale)) {
    addFault(placeOf(place, "locale"), settingsText.notInEnum);
  }
  return {
    code: toGuestCode(mail),
    password,
    name: text("name", 128),
    timezone: text("timezone", 64),
    language: toLanguage(locale),
    phone: readText(placeOf(place, "phone"), sent["phone"], { initial: "", max: 100 }),
    email: mail,
  };
}

/** `DELETE guests.json`: guests[] (mail addresses, ≤ 100) → {}; they leave all their spaces. */
export const deleteGuests: Operation = {
  ...own,
  method: "DELETE",
  run: ({ params, store }) => {
    const codes = new Set(readGuestMails(store, params, mostGuests));
    if (codes.size === 0) {
      throw invalidParameter("guests", inputMessages.parameterRequired);
    }
    for (const code of codes) {
      store.users.remove(code);
    }
    leaveSpaces(store, codes);
    return {};
  },
};

function leaveSpaces(store: Store, codes: ReadonlySet<string>): void {
  for (const space of store.spaces.list()) {
    const guests = (space.guests ?? []).filter((code) => !codes.has(code));
    if (guests.length !== (space.guests ?? []).length) {
      store.spaces.save({ ...space, guests });
    }
  }
}
