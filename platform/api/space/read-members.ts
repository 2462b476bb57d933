import { addFault, addRefusal, placeOf, type Place } from "../../settings/fault.ts";
import { isSent, readFlag, readList, readObject, readText, readWord } from "../../settings/read-value.ts";
import { settingsText } from "../../settings/text.ts";
import type { SpaceMember } from "../../store/space-store.ts";
import type { Store } from "../../store/store.ts";
import { principalExists } from "../principal-exists.ts";

const refusalOf = { USER: "GAIA_IL26", GROUP: "GAIA_IL27", ORGANIZATION: "GAIA_IL28" } as const;
const needsAdministrator = {
  ja: "スペースの管理者を1人以上指定してください。",
  en: "Specify at least one space administrator.",
};

/** `members` of a space: everyone named must exist, and at least one must administer it (official description). */
export function readMembers(place: Place, raw: unknown, store: Store): readonly SpaceMember[] {
  const list = readList(place, raw);
  if (list === null) {
    addFault(place, settingsText.required);
    return [];
  }
  const before = place.faults.length;
  const members = list.flatMap((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    return sent === null ? [] : [readMember(here, sent, store)];
  });
  if (place.faults.length === before && !members.some(({ isAdmin }) => isAdmin)) {
    addFault(place, needsAdministrator);
  }
  return members;
}

function readMember(place: Place, sent: Readonly<Record<string, unknown>>, store: Store): SpaceMember {
  const entityPlace = placeOf(place, "entity");
  const entity = readObject(entityPlace, sent["entity"] ?? {}) ?? {};
  const before = place.faults.length;
  if (!isSent(entity["type"])) {
    addFault(placeOf(entityPlace, "type"), settingsText.required);
  }
  const type = readWord(placeOf(entityPlace, "type"), entity["type"], {
    words: ["USER", "GROUP", "ORGANIZATION"],
    initial: "USER",
  });
  const code = readText(placeOf(entityPlace, "code"), entity["code"], { initial: "", required: true });
  if (place.faults.length === before && !principalExists(store, type, code)) {
    addRefusal(placeOf(entityPlace, "code"), refusalOf[type], { code });
  }
  return {
    entity: { type, code },
    isAdmin: readFlag(placeOf(place, "isAdmin"), sent["isAdmin"], false),
    includeSubs: readFlag(placeOf(place, "includeSubs"), sent["includeSubs"], false),
  };
}
